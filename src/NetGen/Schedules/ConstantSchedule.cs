using static System.FormattableString;

namespace NetGen;

/// <summary>The same rate at every step.</summary>
internal sealed class ConstantSchedule(double rate) : Schedule
{
    private readonly double rate = ArgumentCheck.Positive(rate, nameof(rate));

    public override string ToString() => Invariant($"Constant({rate})");

    private protected override double Rate(long step) => rate;
}
