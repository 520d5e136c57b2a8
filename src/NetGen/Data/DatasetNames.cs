namespace NetGen;

/// <summary>What the columns and classes of a dataset are called; an empty list where nothing is known.</summary>
/// <param name="Inputs">One name for each input.</param>
/// <param name="Targets">One name for each target value.</param>
/// <param name="Classes">One name for each class.</param>
internal sealed record DatasetNames(IReadOnlyList<string> Inputs, IReadOnlyList<string> Targets, IReadOnlyList<string> Classes)
{
    public static DatasetNames None { get; } = new([], [], []);
}
