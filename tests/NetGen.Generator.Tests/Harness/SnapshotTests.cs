using System.Text;
using NetGen.Generator.Tests.Harness.StandIns;

namespace NetGen.Generator.Tests.Harness;

public sealed class SnapshotTests : IDisposable
{
    private const string Verified = "Some.Case#Demo.Net.g.verified.cs";
    private const string Received = "Some.Case#Demo.Net.g.received.cs";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen-snapshots-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void AFirstRunFailsAndWritesWhatItReceived()
    {
        Failure(Emit("Demo.Net.g.cs", "class Net;\n")).ShouldContain($"{Verified}: new");

        Files().ShouldBe([Received]);
        Bytes(Received).ShouldBe([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("//HintName: Demo.Net.g.cs\nclass Net;\n")]);
    }

    [Fact]
    public void AnAcceptedRunPassesFromThenOn()
    {
        GeneratorResult result = Emit("Demo.Net.g.cs", "class Net;");
        Failure(result);

        Verify(result, accept: true);
        Verify(result);

        Files().ShouldBe([Verified]);
    }

    [Fact]
    public void ADifferenceIsShown()
    {
        Verify(Emit("Demo.Net.g.cs", "// a\n// b\n// c\n// d\n// e\n// f\n"), accept: true);

        string message = Failure(Emit("Demo.Net.g.cs", "// a\n// b\n// c\n// d\n// E\n// f\n"));

        message.ShouldContain("  // d\n- // e\n+ // E\n  // f\n");
        message.ShouldNotContain("// a");
        Files().ShouldBe([Received, Verified]);
    }

    [Fact]
    public void WhiteSpaceCounts()
    {
        Verify(Emit("Demo.Net.g.cs", "class Net;"), accept: true);

        Failure(Emit("Demo.Net.g.cs", "class Net ;")).ShouldContain("- class Net;\n+ class Net ;");
        Failure(Emit("Demo.Net.g.cs", "class Net;\n")).ShouldContain("differs");
    }

    [Fact]
    public void LineEndsOfAnotherMachineAreTheGitAttributesBusinessButNotTheGenerators()
    {
        Verify(Emit("Demo.Net.g.cs", "class Net;\n"), accept: true);
        File.WriteAllText(Path.Combine(folder.FullName, Verified), "//HintName: Demo.Net.g.cs\r\nclass Net;\r\n");
        Verify(Emit("Demo.Net.g.cs", "class Net;\n"));

        Failure(Emit("Demo.Net.g.cs", "class Net;\r\n")).ShouldContain("\\n alone");
    }

    [Fact]
    public void AStaleFileFailsUntilAccepted()
    {
        Verify(Emit("Demo.Net.g.cs", "class Net;"), accept: true);
        GeneratorResult other = Emit("Demo.Other.g.cs", "class Other;");

        Failure(other).ShouldContain($"{Verified}: stale");

        Verify(other, accept: true);
        Files().ShouldBe(["Some.Case#Demo.Other.g.verified.cs"]);
    }

    [Fact]
    public void OtherTestsFilesAreLeftAlone()
    {
        string[] others = ["Some.Case2#Demo.Net.g.verified.cs", "Some.Case_size=1#Demo.Net.g.verified.cs", "Some.Case2.verified.txt"];
        Array.ForEach(others, name => File.WriteAllText(Path.Combine(folder.FullName, name), string.Empty));

        Verify(Emit("Demo.Net.g.cs", "class Net;"), accept: true);

        Files().ShouldBe([Verified, .. others], ignoreOrder: true);
    }

    [Fact]
    public void HintNamesWithOneStemAreNumbered()
    {
        Verify(Emit(("b/Net.cs", "class Second;"), ("a/Net.cs", "class First;")), accept: true);

        Files().ShouldBe(["Some.Case#Net.00.verified.cs", "Some.Case#Net.01.verified.cs"]);
        Text("Some.Case#Net.00.verified.cs").ShouldBe("//HintName: a/Net.cs\nclass First;");
    }

    [Fact]
    public void ParametersTellCasesApart()
    {
        Snapshot.Verify(Emit("Demo.Net.g.cs", "class Net;"), "size=1", Path.Combine(folder.FullName, "Some.cs"), "Case", accept: true);

        Files().ShouldBe(["Some.Case_size=1#Demo.Net.g.verified.cs"]);
    }

    [Fact]
    public void DiagnosticsHaveAFileOfTheirOwn()
    {
        var harness = new GeneratorHarness { Analyzers = [new DenseSizeAnalyzer()] };

        Verify(harness.Run("[NetGen.Dense(0)]\nclass Net;"), accept: true);

        Files().ShouldBe(["Some.Case.verified.txt"]);
        Text("Some.Case.verified.txt").ShouldBe("""
            {
              Diagnostics: [
                {
                  Location: User0.cs: (0,1)-(0,16),
                  Message: [Dense(0)] has no units,
                  Severity: Error,
                  WarningLevel: 0,
                  Descriptor: {
                    Id: NG9001,
                    Title: Units,
                    MessageFormat: [Dense({0})] has no units,
                    Category: Declaration,
                    DefaultSeverity: Warning,
                    IsEnabledByDefault: true
                  }
                }
              ]
            }
            """);
    }

    [Fact]
    public void TheTestsOwnFileAndNameAreFilledIn() => Snapshot.Verify(Emit("Demo.Net.g.cs", "class Net;\n"));

    private static GeneratorResult Emit(string hintName, string text) => Emit((hintName, text));

    private static GeneratorResult Emit(params (string HintName, string Text)[] files) => new GeneratorHarness
    {
        Generators = [new EmittingGenerator([.. files.Select(file => (file.HintName, (Func<string>)(() => file.Text)))])],
    }.Run();

    private void Verify(GeneratorResult result, bool accept = false) =>
        Snapshot.Verify(result, parameters: null, Path.Combine(folder.FullName, "Some.cs"), "Case", accept);

    private string Failure(GeneratorResult result) => Should.Throw<AssertionFailedException>(() => Verify(result)).Message;

    private string[] Files() => [.. folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];

    private byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(folder.FullName, name));

    private string Text(string name) => File.ReadAllText(Path.Combine(folder.FullName, name));
}
