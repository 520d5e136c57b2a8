namespace NetGen.Tests.Training;

public class EpochPackingTests
{
    [Fact]
    public void Times_come_back_to_the_tick()
    {
        var packing = new EpochPacking(hasAccuracy: false, hasValidation: false, metrics: []);
        for (long ticks = 1; ticks < 20_000; ticks++)
        {
            var epoch = new EpochResult(1, 0.5, null, null, null, 0.1, TimeSpan.FromTicks(ticks));
            packing.Unpack([.. packing.Pack(epoch)]).Single().Elapsed.Ticks.ShouldBe(ticks);
        }
    }
}
