namespace NetGen.Reference;

/// <summary>What each loss of a description is computed by.</summary>
internal static class LossKinds
{
    private static readonly SortedDictionary<string, Func<OperationDescription, Loss>> Kinds = new(StringComparer.Ordinal)
    {
        ["BinaryCrossEntropy"] = _ => new BinaryCrossEntropy(),
        ["CrossEntropy"] = loss => new CrossEntropy(loss.Number("labelSmoothing")),
        ["HalfSquaredError"] = _ => new HalfSquaredError(),
        ["Huber"] = loss => new Huber(loss.Number("delta")),
        ["MeanAbsoluteError"] = _ => new MeanAbsoluteError(),
        ["MeanSquaredError"] = _ => new MeanSquaredError(),
    };

    public static IEnumerable<string> Names => Kinds.Keys;

    public static Loss Create(OperationDescription loss) =>
        Kinds.TryGetValue(loss.Op, out var create)
            ? create(loss)
            : throw new NotSupportedException($"The reference engine has no loss '{loss.Op}'; it has {string.Join(", ", Names)}.");
}
