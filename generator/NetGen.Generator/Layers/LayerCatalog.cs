using System.Collections.Generic;

namespace NetGen.Generator.Layers;

/// <summary>Every kind of layer, by the name of its attribute.</summary>
internal static class LayerCatalog
{
    private static readonly Dictionary<string, LayerKind> Kinds = CreateKinds();

    public static LayerKind? Find(string op) => Kinds.TryGetValue(op, out var kind) ? kind : null;

    private static Dictionary<string, LayerKind> CreateKinds()
    {
        var kinds = new Dictionary<string, LayerKind>
        {
            ["Input"] = new InputLayer(),
            ["Dense"] = new DenseLayer(),
            ["Flatten"] = new FlattenLayer(),
            ["Add"] = new AddLayer(),
            ["Multiply"] = new MultiplyLayer(),
            ["Concat"] = new ConcatLayer(),
            ["BatchNorm"] = new BatchNormLayer(),
            ["LayerNorm"] = new LayerNormLayer(),
            ["RmsNorm"] = new RmsNormLayer(),
            ["Dropout"] = new DropoutLayer(),
            ["GaussianNoise"] = new GaussianNoiseLayer(),
            ["InputScaling"] = new InputScalingLayer(),
            ["PRelu"] = new PReluLayer(),
            ["Softmax"] = new SoftmaxLayer(),
            ["Activation"] = new UserActivationLayer(),
        };

        foreach (var activation in ActivationCatalog.All)
        {
            kinds.Add(activation.Key, activation.Value);
        }

        return kinds;
    }
}
