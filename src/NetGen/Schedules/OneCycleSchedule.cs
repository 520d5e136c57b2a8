using static System.FormattableString;

namespace NetGen;

/// <summary>Up along half a cosine, and further down along another.</summary>
internal sealed class OneCycleSchedule(double maximum, long steps, double rise, double startDivisor, double endDivisor) : Schedule
{
    private readonly double maximum = ArgumentCheck.Positive(maximum, nameof(maximum));
    private readonly long steps = ArgumentCheck.AtLeast(2, steps, nameof(steps));
    private readonly double rise = ArgumentCheck.Share(rise, nameof(rise));
    private readonly double startDivisor = ArgumentCheck.AtLeast(1, startDivisor, nameof(startDivisor));
    private readonly double endDivisor = ArgumentCheck.AtLeast(1, endDivisor, nameof(endDivisor));

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
