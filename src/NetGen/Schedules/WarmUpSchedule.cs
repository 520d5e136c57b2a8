using static System.FormattableString;

namespace NetGen;

/// <summary>A straight line up to where another schedule starts.</summary>
internal sealed class WarmUpSchedule(Schedule then, long steps) : Schedule
{
    private readonly long steps = ArgumentCheck.AtLeast(1, steps, nameof(steps));

    public override string ToString() => Invariant($"{then}.WarmUp({steps})");

    private protected override double Rate(long step) =>
        step < steps ? then.RateAt(0) * (step + 1) / steps : then.RateAt(step - steps);
}
