using static System.FormattableString;

namespace NetGen;

/// <summary>Half a cosine, down.</summary>
internal sealed class CosineSchedule(double rate, long steps, double minimum) : Schedule
{
    private readonly double rate = ArgumentCheck.Positive(rate, nameof(rate));
    private readonly long steps = ArgumentCheck.AtLeast(1, steps, nameof(steps));
    private readonly double minimum = ArgumentCheck.AtMost(rate, minimum, nameof(minimum));

    public override string ToString() => Invariant($"Cosine({rate}, steps: {steps}, minimum: {minimum})");

    private protected override double Rate(long step) =>
        HalfCosine.Between(rate, minimum, (double)Math.Min(step, steps) / steps);
}
