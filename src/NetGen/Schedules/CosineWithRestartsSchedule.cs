using static System.FormattableString;

namespace NetGen;

/// <summary>Half a cosine, down, again and again.</summary>
internal sealed class CosineWithRestartsSchedule(double rate, long period, int multiplier, double minimum) : Schedule
{
    private readonly double rate = ArgumentCheck.Positive(rate, nameof(rate));
    private readonly long period = ArgumentCheck.AtLeast(1, period, nameof(period));
    private readonly int multiplier = ArgumentCheck.AtLeast(1, multiplier, nameof(multiplier));
    private readonly double minimum = ArgumentCheck.AtMost(rate, minimum, nameof(minimum));

    public override string ToString() => Invariant($"CosineWithRestarts({rate}, period: {period}, multiplier: {multiplier}, minimum: {minimum})");

    private protected override double Rate(long step)
    {
        long length = period;
        if (multiplier == 1)
        {
            step %= period;
        }

        while (step >= length)
        {
            step -= length;
            length = length > long.MaxValue / multiplier ? long.MaxValue : length * multiplier;
        }

        return HalfCosine.Between(rate, minimum, (double)step / length);
    }
}
