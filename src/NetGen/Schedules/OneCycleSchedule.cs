using static System.FormattableString;

namespace NetGen;

/// <summary>Up along half a cosine, and further down along another.</summary>
internal sealed class OneCycleSchedule(double maximum, long steps, double rise, double startDivisor, double endDivisor) : Schedule
{
    private readonly double maximum = ScheduleCheck.Positive(maximum, nameof(maximum));
    private readonly long steps = ScheduleCheck.Steps(steps, nameof(steps), minimum: 2);
    private readonly double rise = ScheduleCheck.Share(rise, nameof(rise));
    private readonly double startDivisor = ScheduleCheck.AtLeast(1, startDivisor, nameof(startDivisor));
    private readonly double endDivisor = ScheduleCheck.AtLeast(1, endDivisor, nameof(endDivisor));

    public override string ToString() => Invariant($"OneCycle({maximum}, steps: {steps}, rise: {rise}, startDivisor: {startDivisor}, endDivisor: {endDivisor})");

    private protected override double Rate(long step)
    {
        double first = maximum / startDivisor;
        double top = rise * steps - 1;
        double last = steps - 1;

        // A rise that is over with the first step starts at the top.
        return step <= top
            ? HalfCosine.Between(first, maximum, top == 0 ? 1 : step / top)
            : HalfCosine.Between(maximum, first / endDivisor, (step - top) / (last - top));
    }
}
