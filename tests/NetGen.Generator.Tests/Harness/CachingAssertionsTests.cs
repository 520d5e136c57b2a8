using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Tests.Harness.StandIns;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace NetGen.Generator.Tests.Harness;

public sealed class CachingAssertionsTests
{
    private static readonly GeneratorHarness Harness = new() { Generators = [new StandInGenerator()] };

    private static readonly CSharpCompilation Code = Harness.CreateCompilation(
        "namespace Demo; [NetGen.Network] public partial class First; // remark",
        "namespace Demo; [NetGen.Network] public partial class Second;");

    [Fact]
    public void AnEditElsewhereReEmitsNothing() => Harness
        .Edit(Code, code => code.AddFile("namespace Demo; public class Other;"))
        .ShouldHaveReasons("Declaration", Unchanged, Unchanged)
        .ShouldHaveReasons("Source", Cached, Cached)
        .ShouldHaveOutputs(Cached, Cached);

    [Fact]
    public void AnEditOfARemarkComesOutEqual() => Harness
        .Edit(Code, code => code.Replace("remark", "other remark"))
        .ShouldHaveReasons("Declaration", Unchanged, Unchanged)
        .ShouldHaveOutputs(Cached, Cached);

    [Fact]
    public void AnEditOfOneNetworkLeavesTheOther() => Harness
        .Edit(Code, code => code.Replace("class Second", "class Renamed"))
        .ShouldHaveReasons("Declaration", Unchanged, Modified)
        .ShouldHaveReasons("Source", Cached, Modified)
        .ShouldHaveOutputs(Cached, Modified);

    [Fact]
    public void ANetworkThatIsAddedIsNew() => Harness
        .Edit(Code, code => code.AddFile("namespace Demo; [NetGen.Network] public partial class Third;"))
        .ShouldHaveReasons("Source", Cached, Cached, New);

    [Fact]
    public void ANetworkThatIsRemovedIsRemoved() => Harness
        .Edit(Code, code => code.Replace("namespace Demo; [NetGen.Network] public partial class Second;", string.Empty))
        .ShouldHaveReasons("Source", Cached, Removed);

    [Fact]
    public void WrongReasonsFailAndShowAllSteps()
    {
        IncrementalEdit edit = Harness.Edit(Code, code => code.Replace("class Second", "class Renamed"));

        string message = Should.Throw<AssertionFailedException>(() => edit.ShouldHaveReasons("Source", Cached, Cached)).Message;

        message.ShouldContain("Expected Source to be [Cached, Cached] after the edit, but got [Cached, Modified].");
        message.ShouldContain("Declaration: [Unchanged, Modified]");
    }

    [Fact]
    public void AStepThatIsNotThereFails() => Should.Throw<AssertionFailedException>(
        () => Harness.Edit(Code, code => code).ShouldHaveReasons("Sauce", Cached, Cached));

    [Fact]
    public void AnEditThatFindsNothingFails() => Should.Throw<AssertionFailedException>(
        () => Harness.Edit(Code, code => code.Replace("nowhere", string.Empty)));
}
