using static System.FormattableString;

namespace NetGen;

/// <summary>The same share at each step.</summary>
internal sealed class ExponentialSchedule(double rate, double factor) : Schedule
{
    private readonly double rate = ArgumentCheck.Positive(rate, nameof(rate));
    private readonly double factor = ArgumentCheck.Positive(factor, nameof(factor));

    public override string ToString() => Invariant($"Exponential({rate}, factor: {factor})");

    private protected override double Rate(long step) => rate * Math.Pow(factor, step);
}
