using static System.FormattableString;

namespace NetGen;

/// <summary>A straight line up, then down with the root of the step.</summary>
internal sealed class InverseSquareRootSchedule(double rate, long warmUp) : Schedule
{
    private readonly double rate = ArgumentCheck.Positive(rate, nameof(rate));
    private readonly long warmUp = ArgumentCheck.AtLeast(1, warmUp, nameof(warmUp));

    public override string ToString() => Invariant($"InverseSquareRoot({rate}, warmUp: {warmUp})");

    private protected override double Rate(long step) =>
        step < warmUp ? rate * (step + 1) / warmUp : rate / Math.Sqrt((double)step / warmUp);
}
