namespace NetGen.Reference;

/// <summary>What each optimizer of a description is computed by.</summary>
internal static class OptimizerKinds
{
    private static readonly SortedDictionary<string, Func<OperationDescription, int, Optimizer>> Kinds = new(StringComparer.Ordinal)
    {
        ["AdaDelta"] = (arguments, length) => new AdaDelta(arguments, length),
        ["AdaGrad"] = (arguments, length) => new AdaGrad(arguments, length),
        ["Adam"] = (arguments, length) => new Adam(arguments, length),
        ["AdamW"] = (arguments, length) => new AdamW(arguments, length),
        ["RmsProp"] = (arguments, length) => new RmsProp(arguments, length),
        ["Sgd"] = (arguments, length) => new Sgd(arguments, length),
    };

    public static IEnumerable<string> Names => Kinds.Keys;

    /// <summary>Creates the optimizer of one tensor.</summary>
    public static Optimizer Create(OperationDescription optimizer, int length) =>
        Kinds.TryGetValue(optimizer.Op, out var create)
            ? create(optimizer, length)
            : throw new NotSupportedException($"The reference engine has no optimizer '{optimizer.Op}'; it has {string.Join(", ", Names)}.");
}
