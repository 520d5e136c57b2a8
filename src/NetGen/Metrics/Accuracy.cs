using NetGen.Kernels;

namespace NetGen;

/// <summary>
/// The share that is right, 0 to 1. With labels, samples whose largest output is their label's (the first of several that are equal);
/// with values, outputs that are above the threshold where the target is above 0.5, and not above it elsewhere. An output that is not
/// a number is never right.
/// </summary>
/// <param name="threshold">
/// Of outputs as they are, where there are values; null for 0, which is a probability of 0.5 of a logit. A network whose outputs are no
/// logits, without <c>BinaryCrossEntropy</c>, needs one.
/// </param>
public sealed class Accuracy(double? threshold = null) : Metric
{
    private readonly double side = Threshold.OrOfLogits(threshold);

    /// <inheritdoc/>
    public override string Name { get; } = Threshold.Named("accuracy", threshold);

    /// <inheritdoc/>
    public override double Value => Sums is [var right, var all] && all > 0 ? right / all : double.NaN;

    internal override string? ProblemWith(NetworkDescription network, bool takesLabels) => Threshold.ProblemWith(Name, threshold, network, takesLabels);

    internal override void AddLabeled(ReadOnlySpan<double> outputs, int label) => Count(IsFirstOfLargest(outputs, label) ? 1 : 0, all: 1);

    internal override void AddValued(ReadOnlySpan<double> outputs, ReadOnlySpan<double> targets)
    {
        int right = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            // An output of NaN is on no side.
            right += (targets[i] > 0.5 ? outputs[i] > side : outputs[i] <= side) ? 1 : 0;
        }

        Count(right, outputs.Length);
    }

    /// <remarks>
    /// To search for the largest, whose branches no processor foresees, took a seventh of the time of <c>Fit</c> on 64-32-10: mostly, the
    /// output of the label is the only one that is at least as large as it is.
    /// </remarks>
    private static bool IsFirstOfLargest(ReadOnlySpan<double> outputs, int place)
    {
        double value = outputs[place];
        int atLeast = 0;
        foreach (double output in outputs)
            atLeast += output >= value ? 1 : 0;
        return atLeast > 1 ? Outputs.ArgMax(outputs) == place : atLeast == 1;
    }

    private void Count(int right, int all)
    {
        var counters = Counters(2);
        counters[0] += right;
        counters[1] += all;
    }
}
