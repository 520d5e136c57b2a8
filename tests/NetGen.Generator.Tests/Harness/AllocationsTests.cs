namespace NetGen.Generator.Tests.Harness;

public sealed class AllocationsTests
{
    private int[] memory = [];

    [Fact]
    public void WorkInMemoryThatIsThereAlreadyPasses() => Allocations.ShouldBeNone(
        () => memory = new int[100],
        () => memory.AsSpan().Fill(7),
        () => memory.AsSpan().Sort());

    [Fact]
    public void AnAllocationFails()
    {
        string message = Should.Throw<AssertionFailedException>(() => Allocations.ShouldBeNone(
            () => { },
            () => memory.AsSpan().Fill(7),
            () => memory = new int[1])).Message;

        message.ShouldContain("action 1");
        message.ShouldContain("bytes in 100 calls");
    }

    [Fact]
    public void AnAllocationInEveryHundredthCallFails()
    {
        int calls = 0;

        Should.Throw<AssertionFailedException>(() => Allocations.ShouldBeNone(
            () => { },
            () => memory = ++calls % 100 == 0 ? new int[1] : memory));
    }

    [Fact]
    public void NothingToMeasureFails() => Should.Throw<ArgumentException>(() => Allocations.ShouldBeNone(() => memory = new int[1]));
}
