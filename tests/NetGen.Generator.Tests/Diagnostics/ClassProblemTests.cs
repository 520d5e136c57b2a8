using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests.Diagnostics;

public sealed class ClassProblemTests
{
    private const string Marked = "[[|NetGen.Network|], NetGen.Input(2), NetGen.Dense(1), NetGen.MeanSquaredError]";

    [Theory]
    [InlineData($"{Marked} public class Net;", "NG0001", "'Net' must be partial")]
    [InlineData($"public class Outer {{ {Marked} public partial class Net; }}", "NG0001", "'Outer', which contains the network 'Net', must be partial")]
    [InlineData($"public partial class Far {{ public struct Outer {{ {Marked} public partial class Net; }} }}", "NG0001", "'Outer', which contains the network 'Net', must be partial")]
    [InlineData($"{Marked} public partial class Net<T>;", "NG0002", "'Net' is generic")]
    [InlineData($"public partial class Outer<T> {{ {Marked} public partial class Net; }}", "NG0002", "'Outer' is generic")]
    [InlineData($"{Marked} public static partial class Net;", "NG0003", "'Net' is static")]
    [InlineData($"{Marked} public abstract partial class Net;", "NG0003", "'Net' is abstract")]
    [InlineData($"{Marked} public partial class Net(int size) {{ public int Size => size; }}", "NG0003", "'Net' has a primary constructor")]
    [InlineData($"{Marked} public partial record Net(string Label);", "NG0003", "'Net' is a record, whose 'with' would make a copy that shares its weights; make it a class")]
    [InlineData($"{Marked} public sealed partial record class Net;", "NG0003", "'Net' is a record")]
    [InlineData($"{Marked} public partial class Net {{ public Net(string label) => Label = label; public string Label {{ get; }} }}", "NG0003", "'Net' has a constructor that does not call the generated one")]
    [InlineData($"{Marked} public partial class Net {{ public Net() : base() {{ }} }}", "NG0003", "'Net' has a constructor that does not call the generated one")]
    [InlineData($"{Marked} file partial class Net;", "NG0003", "'Net' is local to its file")]
    [InlineData($"file partial class Outer {{ {Marked} internal partial class Net; }}", "NG0003", "'Net' stands in 'Outer', which is local to its file")]
    [InlineData($"{Marked} public partial class Net {{ public required int Size {{ get; set; }} }}", "NG0003", "'Net' has the required member 'Size'")]
    [InlineData($"public class Base {{ protected Base(int size) {{ }} }} {Marked} public partial class Net : Base;", "NG0003", "'Net' derives from 'Base', which has no constructor that is called without arguments")]
    [InlineData($"public class Base {{ protected Base(int a = 0) {{ }} protected Base(string a = \"\") {{ }} }} {Marked} public partial class Net : Base;", "NG0003", "'Net' derives from 'Base', which has 2 constructors that could be called without arguments")]
    [InlineData($"public class Base {{ private Base() {{ }} }} {Marked} public partial class Net : Base;", "NG0003", "'Net' derives from 'Base', which has no constructor that is called without arguments")]
    [InlineData($"public class Base {{ public required int Size {{ get; set; }} }} {Marked} public partial class Net : Base;", "NG0003", "'Net' has the required member 'Size'")]
    public void AClassCanBeCompletedAndCreated(string source, string id, string message)
    {
        ExpectedDiagnostic[] also =
            source.Contains("protected Base(int a", StringComparison.Ordinal) ? [new("CS0121")]
            : source.Contains("protected Base(int", StringComparison.Ordinal) ? [new("CS7036")]
            : source.Contains("private Base()", StringComparison.Ordinal) ? [new("CS0122")]
            : [];
        Refusal.Of(source, [new ExpectedDiagnostic(id, message), .. also]);
    }

    [Theory]
    [InlineData("public void Predict() { }", "'Net' declares 'Predict'")]
    [InlineData("public int InputSize { get; set; }", "'Net' declares 'InputSize'")]
    [InlineData("private sealed class Kernels;", "'Net' declares 'Kernels'")]
    [InlineData("private int Run = 1; public int Use => Run;", "'Net' declares 'Run'")]
    [InlineData("public int get_Parameters() => 3;", "'Net' declares 'get_Parameters'")]
    [InlineData("public Net(int layers) { }", "'Net' declares a constructor with one int, but the compiler generates Net(int seed)")]
    public void MembersAreNotTaken(string member, string message) => Refusal.OfLayers("[Input(2), Dense(1), MeanSquaredError]", member, "NG0016", message);

    [Theory]
    [InlineData($"{Marked} public partial class Predict;", "'Predict' cannot be the class's name")]
    [InlineData($"public class Base {{ public void Save() {{ }} }} {Marked} public partial class Net : Base;", "'Net' inherits 'Save' from 'Base'")]
    [InlineData($"public class Base {{ public class Net; }} {Marked} public partial class Net : Base;", "'Net' inherits a class of its own name from 'Base'")]
    [InlineData($"public class Far {{ public void Save() {{ }} }} public class Base : Far; {Marked} public partial class Net : Base;", "'Net' inherits 'Save' from 'Far'")]
    public void NamesAreNotTaken(string source, string message) => Refusal.Of(source, new ExpectedDiagnostic("NG0016", message));

    [Theory]
    [InlineData(LanguageVersion.CSharp11, "11.0")]
    [InlineData(LanguageVersion.CSharp10, "10.0")]
    public void TheLanguageIsNewEnough(LanguageVersion version, string name)
    {
        GeneratorHarness harness = Compiler.Harness with { ParseOptions = Compiler.Harness.ParseOptions.WithLanguageVersion(version) };

        harness.ShouldReport($"{Marked} public partial class Net {{ }}", new ExpectedDiagnostic("NG0025", $"NetGen writes C# 12.0, but the project's LangVersion is {name}"))
            .Sources.ShouldBeEmpty();
    }

    [Fact]
    public void ConstructorsThatCallTheGeneratedOneAreWelcome() => Compiler.Harness.ShouldReportNothing(
        $"{Marked.Replace("[|", "").Replace("|]", "")} public partial class Net {{ public Net(string label) : this(seed: 1) => Label = label; public Net() : this(\"\") {{ }} public string Label {{ get; }} = \"\"; }}");

    [Fact]
    public void ANetworkDoesNotDeriveFromANetwork()
    {
        GeneratorResult result = Compiler.Harness.ShouldReport(
            $"{Compiler.Smallest} public partial class First; {Marked} public partial class Second : First;",
            new ExpectedDiagnostic("NG0016", "'Second' derives from the network 'First'"));

        result.Sources.ShouldHaveSingleItem().HintName.ShouldBe("First.g.cs");
    }

    [Fact]
    public void LayersStandOnOneDeclaration() => Refusal.Of(
        "using NetGen; [Network, Input(2), Dense(1)] public partial class Net; [[|MeanSquaredError|], Adam] public partial class Net;",
        new ExpectedDiagnostic("NG0004", "The layers of 'Net' stand on two declarations, whose order is not defined"));

    [Fact]
    public void LayersStandWithNetwork() => Refusal.Of(
        "using NetGen; [Network] public partial class Net; [[|Input(2)|], Dense(1), MeanSquaredError] public partial class Net;",
        new ExpectedDiagnostic("NG0004", "The layers of 'Net' stand on two declarations"));

    [Theory]
    [InlineData("using NetGen; [System.Serializable, [|Input(2)|], Dense(1), MeanSquaredError] public partial class Net;")]
    [InlineData("using NetGen; [[|Hidden|]] public class Net; [Dense(2)] public sealed class HiddenAttribute : CompositeAttribute;")]
    public void LayersBelongToANetwork(string source) =>
        Refusal.Of(source, new ExpectedDiagnostic("NG0022", "'Net' has layers, but no code is generated for it: mark it with [Network]"));

    [Fact]
    public void ANetworkIsMarkedOnce() => Refusal.Of(
        "using NetGen; [Network, Input(2), Dense(1)] public partial class Net; [[|Network|], MeanSquaredError] public partial class Net;",
        new ExpectedDiagnostic("NG0004", "The layers of 'Net' stand on two declarations"),
        new ExpectedDiagnostic("CS0579"));

    [Theory]
    [InlineData("[NetGen.Network] public partial struct Net;")]
    [InlineData("[NetGen.Network] public partial record struct Net;")]
    [InlineData("[NetGen.Network] public partial interface INet;")]
    [InlineData("[NetGen.Network] public enum Net;")]
    [InlineData("[NetGen.Network] public delegate void Net();")]
    [InlineData("public class C { [NetGen.Network] public void Net() { } }")]
    [InlineData("[assembly: NetGen.Network]")]
    public void OnlyClassesAreNetworks(string source) => Refusal.Of(source, new ExpectedDiagnostic("CS0592"));
}
