namespace NetGen.Generator.Tests.Harness;

public sealed class HostileCultureTests
{
    [Fact]
    public async Task WritesNumbersThatCSharpDoesNotRead()
    {
        using IDisposable culture = HostileCulture.Enter();

        $"{-1.5}".ShouldBe("\u22121,5");
        (await Task.Run(() => $"{-1.5}")).ShouldBe("\u22121,5");
    }

    [Fact]
    public void LeavesThePreviousCulture()
    {
        string before = $"{-1.5}";
        using (HostileCulture.Enter())
        {
        }

        $"{-1.5}".ShouldBe(before);
    }
}
