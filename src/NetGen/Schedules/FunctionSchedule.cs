namespace NetGen;

/// <summary>A function of the step.</summary>
internal sealed class FunctionSchedule : Schedule
{
    private readonly Func<long, double> rateAt;
    private readonly string name;

    public FunctionSchedule(Func<long, double> rateAt, string name)
    {
        ArgumentNullException.ThrowIfNull(rateAt);
        ArgumentNullException.ThrowIfNull(name);
        this.rateAt = rateAt;
        this.name = name;
    }

    public override string ToString() => name;

    private protected override double Rate(long step)
    {
        double rate = rateAt(step);
        return rate >= 0 && double.IsFinite(rate)
            ? rate
            : throw new InvalidOperationException(FormattableString.Invariant($"The schedule '{name}' gave a rate of {rate} at step {step}; expected a number that is not negative."));
    }
}
