using static System.FormattableString;

namespace NetGen;

/// <summary>A straight line from one factor to another.</summary>
internal sealed class LinearSchedule(double rate, double from, double to, long steps) : Schedule
{
    private readonly double rate = ArgumentCheck.Positive(rate, nameof(rate));
    private readonly double from = ArgumentCheck.AtLeast(0, from, nameof(from));
    private readonly double to = ArgumentCheck.AtLeast(0, to, nameof(to));
    private readonly long steps = ArgumentCheck.AtLeast(1, steps, nameof(steps));

    public override string ToString() => Invariant($"Linear({rate}, from: {from}, to: {to}, steps: {steps})");

    private protected override double Rate(long step) => step >= steps ? rate * to : rate * (from + (to - from) * step / steps);
}
