using static System.FormattableString;

namespace NetGen;

/// <summary>A fall each so many steps.</summary>
internal sealed class StepSchedule(double rate, long every, double factor) : Schedule
{
    private readonly double rate = ArgumentCheck.Positive(rate, nameof(rate));
    private readonly long every = ArgumentCheck.AtLeast(1, every, nameof(every));
    private readonly double factor = ArgumentCheck.Positive(factor, nameof(factor));

    public override string ToString() => Invariant($"Step({rate}, every: {every}, factor: {factor})");

    private protected override double Rate(long step) => rate * Math.Pow(factor, step / every);
}
