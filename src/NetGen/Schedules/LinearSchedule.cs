using static System.FormattableString;

namespace NetGen;

/// <summary>A straight line from one factor to another.</summary>
internal sealed class LinearSchedule(double rate, double from, double to, long steps) : Schedule
{
    private readonly double rate = ScheduleCheck.Positive(rate, nameof(rate));
    private readonly double from = ScheduleCheck.AtLeast(0, from, nameof(from));
    private readonly double to = ScheduleCheck.AtLeast(0, to, nameof(to));
    private readonly long steps = ScheduleCheck.Steps(steps, nameof(steps));

    public override string ToString() => Invariant($"Linear({rate}, from: {from}, to: {to}, steps: {steps})");

    private protected override double Rate(long step) => step >= steps ? rate * to : rate * (from + (to - from) * step / steps);
}
