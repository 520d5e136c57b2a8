using static System.FormattableString;

namespace NetGen;

/// <summary>Half a cosine, down, again and again.</summary>
internal sealed class CosineWithRestartsSchedule(double rate, long period, int multiplier, double minimum) : Schedule
{
    private readonly double rate = ScheduleCheck.Positive(rate, nameof(rate));
    private readonly long period = ScheduleCheck.Steps(period, nameof(period));
    private readonly int multiplier = (int)ScheduleCheck.Steps(multiplier, nameof(multiplier));
    private readonly double minimum = ScheduleCheck.Minimum(minimum, rate, nameof(minimum));

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
