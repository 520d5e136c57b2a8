using static System.FormattableString;

namespace NetGen;

/// <summary>Another schedule, a step of it an epoch.</summary>
internal sealed class EpochSchedule(Schedule schedule, long stepsPerEpoch) : Schedule
{
    private readonly long stepsPerEpoch = ArgumentCheck.AtLeast(1, stepsPerEpoch, nameof(stepsPerEpoch));

    public override string ToString() => Invariant($"{schedule}.InEpochs({stepsPerEpoch})");

    private protected override double Rate(long step) => schedule.RateAt(step / stepsPerEpoch);
}
