using NetGen.Generator.Tests.Harness.StandIns;

namespace NetGen.Generator.Tests.Harness;

public sealed class DiagnosticsAssertionsTests
{
    private static readonly GeneratorHarness Harness = new() { Generators = [new StandInGenerator()], Analyzers = [new DenseSizeAnalyzer()] };

    [Fact]
    public void AMarkIsThePlaceOfTheNextExpected() => Harness.ShouldReport(
        """
        namespace Demo;
        [NetGen.Network]
        [[|NetGen.Dense(0)|], NetGen.Relu]
        [[|NetGen.Dense(-1)|]]
        public partial class Net;
        """,
        new ExpectedDiagnostic("NG9001", "[Dense(0)] has no units", Line: 3),
        new ExpectedDiagnostic("NG9001", "has no units"));

    [Fact]
    public void AMarkWithAnIdStandsForItself() => Harness.ShouldReport(
        "namespace Demo; [NetGen.Network, {|NG9001:NetGen.Dense(0)|}] public partial class Net;");

    [Fact]
    public void ExpectationsNeedNoMarks() => Harness.ShouldReport(
        "namespace Demo;\n[NetGen.Network, NetGen.Dense(0)]\npublic partial class Net;",
        new ExpectedDiagnostic("NG9001", Line: 2));

    [Fact]
    public void TheCompilerIsAskedToo() => Harness.ShouldReport(
        "namespace Demo; public class Wrong { public {|CS0246:Unknown|}? Field; }");

    [Fact]
    public void APragmaSuppresses() => Harness.ShouldReportNothing(
        "#pragma warning disable NG9001\nnamespace Demo; [NetGen.Network, NetGen.Dense(0)] public partial class Net;");

    [Theory]
    [InlineData("namespace Demo; [NetGen.Network, NetGen.Dense(0)] public partial class Net;", "Unexpected:\n  User0.cs(1,34): error NG9001")]
    [InlineData("namespace Demo; [NetGen.Network, {|NG9001:NetGen.Dense(1)|}] public partial class Net;", "Missing:\n  NG9001 at 'NetGen.Dense(1)'")]
    [InlineData("namespace Demo; [{|NG9001:NetGen.Network|}, NetGen.Dense(0)] public partial class Net;", "Missing:\n  NG9001 at 'NetGen.Network'")]
    [InlineData("namespace Demo; [NetGen.Network, {|NG9002:NetGen.Dense(0)|}] public partial class Net;", "Missing:\n  NG9002 at 'NetGen.Dense(0)'")]
    public void WhatDiffersFailsAndPrintsTheCode(string marked, string part)
    {
        string message = Should.Throw<AssertionFailedException>(() => Harness.ShouldReport(marked)).Message;

        message.ShouldContain(part);
        message.ShouldContain("    1: namespace Demo; [NetGen.Network, NetGen.Dense(");
    }

    [Fact]
    public void AnotherMessageOrLineFails()
    {
        const string code = "namespace Demo; [NetGen.Network, NetGen.Dense(0)] public partial class Net;";

        Should.Throw<AssertionFailedException>(() => Harness.ShouldReport(code, new ExpectedDiagnostic("NG9001", "another")))
            .Message.ShouldContain("Missing:\n  NG9001 with 'another'");
        Should.Throw<AssertionFailedException>(() => Harness.ShouldReport(code, new ExpectedDiagnostic("NG9001", Line: 2)))
            .Message.ShouldContain("Missing:\n  NG9001 in line 2");
    }

    [Theory]
    [InlineData("[|open")]
    [InlineData("closed|]")]
    [InlineData("[|crossed|}")]
    [InlineData("{|no id")]
    public void AMarkThatIsNotClosedFails(string marked) => Should.Throw<FormatException>(() => MarkedSource.Parse(marked));
}
