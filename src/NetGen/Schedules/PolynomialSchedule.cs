using static System.FormattableString;

namespace NetGen;

/// <summary>A power of what is left of the way.</summary>
internal sealed class PolynomialSchedule(double rate, long steps, double power, double minimum) : Schedule
{
    private readonly double rate = ArgumentCheck.Positive(rate, nameof(rate));
    private readonly long steps = ArgumentCheck.AtLeast(1, steps, nameof(steps));
    private readonly double power = ArgumentCheck.Positive(power, nameof(power));
    private readonly double minimum = ArgumentCheck.AtMost(rate, minimum, nameof(minimum));

    public override string ToString() => Invariant($"Polynomial({rate}, steps: {steps}, power: {power}, minimum: {minimum})");

    private protected override double Rate(long step) =>
        step >= steps ? minimum : minimum + (rate - minimum) * Math.Pow(1 - (double)step / steps, power);
}
