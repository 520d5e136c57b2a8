namespace NetGen.Conformance.Tests.Golden;

/// <summary>The library's schedules against the rates that PyTorch's schedulers gave. Training by them is every other golden test's.</summary>
public sealed class GoldenScheduleTests
{
    public static TheoryData<string> Cases => [.. GoldenFolder.NamesIn(GoldenFolder.Current).Where(name => GoldenFolder.TryRead(name)?.Schedule is not null)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_rate_is_PyTorchs(string name)
    {
        var golden = GoldenFolder.Read(name);
        var schedule = GoldenRates.ScheduleOf(golden);
        golden.Steps.Count.ShouldBeGreaterThan(1);
        for (int step = 0; step < golden.Steps.Count; step++)
        {
            double expected = golden.Steps[step].LearningRate;
            schedule.RateAt(step).ShouldBe(expected, 1e-12 * expected, $"step {step} of {schedule}");
        }
    }

    [Fact]
    public void Six_kinds_are_shipped() =>
        GoldenFolder.NamesIn(GoldenFolder.Shipped).Select(name => GoldenFolder.Read(GoldenFolder.Shipped, name).Schedule?.Op).OfType<string>().Distinct().Count().ShouldBe(6);
}
