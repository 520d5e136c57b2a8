namespace NetGen.Reference;

/// <summary>What each layer of a description is computed by.</summary>
internal static class LayerKinds
{
    private static readonly SortedDictionary<string, Func<LayerDescription, Func<string, Tensor>, Layer>> Kinds = new(StringComparer.Ordinal)
    {
        ["Activation"] = (layer, _) => new UserActivation(layer),
        ["Add"] = (_, _) => new Add(),
        ["BatchNorm"] = (layer, tensor) => new BatchNorm(
            tensor("weight"), tensor("bias"), tensor("running_mean"), tensor("running_var"), layer.Number("momentum"), layer.Number("epsilon")),
        ["Concat"] = (_, _) => new Concat(),
        ["Dense"] = (layer, parameter) => new Dense(parameter("weight"), layer.Flag("bias") ? parameter("bias") : null),
        ["Dropout"] = (layer, _) => new Dropout(layer.Number("rate")),
        ["Elu"] = (layer, _) => new Elu(layer.Number("alpha")),
        ["Flatten"] = (_, _) => new Flatten(),
        ["GaussianNoise"] = (layer, _) => new GaussianNoise(layer.Number("standardDeviation")),
        ["Gelu"] = (layer, _) => layer.Flag("approximate") ? new ApproximateGelu() : new Gelu(),
        ["HardSigmoid"] = (_, _) => new HardSigmoid(),
        ["HardSwish"] = (_, _) => new HardSwish(),
        ["InputScaling"] = (_, tensor) => new InputScaling(tensor("shift"), tensor("scale")),
        ["LayerNorm"] = (layer, parameter) => new LayerNorm(parameter("weight"), parameter("bias"), layer.Number("epsilon")),
        ["LeakyRelu"] = (layer, _) => new LeakyRelu(layer.Number("slope")),
        ["Mish"] = (_, _) => new Mish(),
        ["Multiply"] = (_, _) => new Multiply(),
        ["PRelu"] = (_, parameter) => new PRelu(parameter("weight")),
        ["Relu"] = (_, _) => new Relu(),
        ["RmsNorm"] = (layer, parameter) => new RmsNorm(parameter("weight"), layer.Number("epsilon")),
        ["Selu"] = (_, _) => new Selu(),
        ["Sigmoid"] = (_, _) => new Sigmoid(),
        ["Silu"] = (_, _) => new Silu(),
        ["Softmax"] = (_, _) => new Softmax(),
        ["Softplus"] = (_, _) => new Softplus(),
        ["Softsign"] = (_, _) => new Softsign(),
        ["Tanh"] = (_, _) => new Tanh(),
    };

    /// <summary>The kinds that there are, the input among them.</summary>
    public static IEnumerable<string> Names => Kinds.Keys.Prepend("Input");

    /// <summary>Creates a layer.</summary>
    /// <param name="layer">Its description.</param>
    /// <param name="parameter">Finds one of the layer's own tensors, such as <c>weight</c>.</param>
    public static Layer Create(LayerDescription layer, Func<string, Tensor> parameter) =>
        Kinds.TryGetValue(layer.Op, out var create)
            ? create(layer, parameter)
            : throw new NotSupportedException(
                $"The reference engine has no layer '{layer.Op}' (here '{layer.Name}'); it has {string.Join(", ", Names)}.");
}
