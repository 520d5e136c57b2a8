using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Layers;

/// <summary>Every kind of layer.</summary>
internal static class LayerCatalog
{
    private static readonly Dictionary<Type, LayerKind> Kinds = new LayerKind[]
    {
        new InputLayer(),
        new DenseLayer(),
        new FlattenLayer(),
        new AddLayer(),
        new MultiplyLayer(),
        new ConcatLayer(),
        new BatchNormLayer(),
        new LayerNormLayer(),
        new RmsNormLayer(),
        new DropoutLayer(),
        new GaussianNoiseLayer(),
        new InputScalingLayer(),
        new PReluLayer(),
        new SoftmaxLayer(),
        new UserActivationLayer(),
    }.Concat(ActivationCatalog.All).ToDictionary(kind => kind.AttributeType);

    public static LayerKind Find(LayerAttribute attribute) => Kinds[attribute.GetType()];
}
