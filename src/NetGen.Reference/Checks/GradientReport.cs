using System.Globalization;
using System.Text;

namespace NetGen.Reference;

/// <summary>What a gradient check found: generated code, the reference engine and central differences against each other.</summary>
public sealed record GradientReport
{
    private const string Generated = "generated";
    private const string Reference = "reference";
    private const string Differences = "differences";

    /// <summary>The network's name.</summary>
    public required string Network { get; init; }

    /// <summary>The mean loss that generated code computed, without penalties.</summary>
    public required double GeneratedLoss { get; init; }

    /// <summary>The mean loss that the reference engine computed.</summary>
    public required double ReferenceLoss { get; init; }

    /// <summary>What counted as agreement.</summary>
    public required GradientTolerances Tolerances { get; init; }

    /// <summary>The tensors in the network's order.</summary>
    public required IReadOnlyList<TensorReport> Tensors { get; init; }

    /// <summary>
    /// Whether central differences are of the generated trainer's own loss, as they are in double; of a network in float, whose loss
    /// is too coarse for them, they are of the reference engine's.
    /// </summary>
    public required bool DifferencesAreOfGenerated { get; init; }

    /// <summary>
    /// The worst entry of the comparison that comes nearest to its tolerance, or is furthest beyond it, rounding left out
    /// (<see cref="Comparison.IsRounding"/>); null where nothing else was compared, as for a network without parameters.
    /// </summary>
    public GradientDisagreement? Worst => Tensors
        .SelectMany(tensor => new[]
        {
            (Tensor: tensor, By: tensor.GeneratedToReference, Allowed: Tolerances.Reference, First: Generated, Second: Reference, Passed: tensor.ReferencePassed),
            (Tensor: tensor, By: tensor.GeneratedToDifferences, Allowed: Tolerances.Differences, First: Generated, Second: Differences, Passed: tensor.DifferencesPassed),
            (Tensor: tensor, By: tensor.ReferenceToDifferences, Allowed: GradientTolerances.ReferenceDifferences, First: Reference, Second: Differences, Passed: tensor.DifferencesPassed),
        })
        .Where(pair => pair.By.WorstIndex >= 0 && !pair.By.IsRounding)
        .OrderBy(pair => pair.Passed)
        .ThenByDescending(pair => double.IsNaN(pair.By.RelativeError) ? double.PositiveInfinity : pair.By.RelativeError / pair.Allowed)
        .Select(pair => new GradientDisagreement(
            pair.Tensor.Name, pair.Tensor.EntryOf(pair.By.WorstIndex), pair.First, pair.By.First, pair.Second, pair.By.Second))
        .FirstOrDefault();

    /// <summary>Whether the losses are finite, and agree within the reference tolerance.</summary>
    public bool LossPassed =>
        double.IsFinite(ReferenceLoss)
        && Math.Abs(GeneratedLoss - ReferenceLoss) <= Tolerances.Reference * Math.Abs(ReferenceLoss) + Tolerances.Noise;

    /// <summary>Whether the losses and every tensor agree.</summary>
    public bool Passed => LossPassed && Tensors.All(tensor => tensor.Passed);

    /// <summary>
    /// A table: for each tensor the relative errors, or <c>rounding</c> where they say nothing (<see cref="Comparison.IsRounding"/>),
    /// and where generated code and reference are furthest apart; then the worst entry of all.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Line(text, $"Gradient check of {Network}: {(Passed ? "passed" : "FAILED")}");
        Line(text, $"loss: generated {GeneratedLoss:G9}, reference {ReferenceLoss:G9}{(LossPassed ? "" : "  FAILED")}");
        Line(text, $"relative errors; allowed: {Tolerances.Reference:0e+0}, {GradientTolerances.ReferenceDifferences:0e+0}, {Tolerances.Differences:0e+0}; differences of the {(DifferencesAreOfGenerated ? Generated : Reference)} loss");
        int width = Tensors.Select(tensor => tensor.Name.Length).Append("tensor".Length).Max();
        Line(text, $"{"tensor".PadRight(width)}  {"shape",-12}  {"generated/",10}  {"reference/",11}  {"generated/",11}  {"largest",10}  {"at",-10}  corners");
        Line(text, $"{"".PadRight(width)}  {"",-12}  {"reference",10}  {"differences",11}  {"differences",11}  {"difference",10}  {"",-10}  ");
        foreach (var tensor in Tensors)
        {
            Line(text, $"{tensor.Name.PadRight(width)}  {Row(tensor)}{(tensor.Passed ? "" : "  FAILED")}");
        }

        if (Worst is { } worst)
        {
            Line(text, $"worst: {worst}");
        }

        return text.ToString();
    }

    private static string Row(TensorReport tensor) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Sizes.Text(tensor.Shape),-12}  {Error(tensor.GeneratedToReference),10}  {Error(tensor.ReferenceToDifferences),11}  {Error(tensor.GeneratedToDifferences),11}  {tensor.GeneratedToReference.LargestDifference,10:0.0e+0}  {Sizes.Text(tensor.WorstEntry),-10}  {tensor.Corners} of {tensor.Sampled}");

    private static string Error(Comparison comparison) =>
        comparison.IsRounding ? "rounding" : comparison.RelativeError.ToString("0.0e+0", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture).TrimEnd()).Append('\n');
}
