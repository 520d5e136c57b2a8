using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace NetGen.Generator.Tests.Caching;

public sealed class GeneratorCachingTests
{
    private static readonly CSharpCompilation Code = Compiler.Harness.CreateCompilation(
        """
        using NetGen;
        namespace Demo; // remark

        [Network, Input(2), Dense(3), Activation(nameof(Square)), Dense(1), MeanSquaredError]
        public partial class First
        {
            [Activation]
            private static float Square(float x) => x * x + Settings.Offset;

            public static int Answer => 42;
        }
        """,
        """
        using NetGen;
        namespace Demo;

        [Network, Input(20), Hidden, Dense(30), Tanh, Dense(2), CrossEntropy, Adam]
        public partial class Second;
        """,
        """
        using NetGen;
        namespace Demo;

        [Dense(10), Relu]
        public sealed class HiddenAttribute : CompositeAttribute;

        public static class Settings
        {
            public const float Offset = 0.5f;
            public const float Other = 2;
        }
        """);

    [Fact]
    public void AnEditElsewhereReEmitsNothing() => ShouldReEmitNothing(code => code.AddFile("namespace Demo; public class Other;"));

    [Fact]
    public void ARemarkBeforeReEmitsNothing() => ShouldReEmitNothing(code => code.Replace("// remark", "// a longer remark\n\n\n"));

    [Fact]
    public void AnotherMemberReEmitsNothing() => ShouldReEmitNothing(code => code.Replace("=> 42", "=> 43"));

    [Fact]
    public void WhitespaceBetweenAttributesReEmitsNothing() => ShouldReEmitNothing(code => code.Replace("Dense(30), Tanh", "Dense(30),\n    /* flat */ Tanh"));

    [Theory]
    [InlineData("Dense(3)", "Dense(4)")]
    [InlineData("x * x", "x + x")]
    [InlineData("x * x", "x * x + 1f")]
    [InlineData("class First", "class Renamed")]
    public void AnEditOfOneNetworkReEmitsOne(string before, string after) => Compiler.Harness
        .Edit(Code, code => code.Replace(before, after))
        .ShouldHaveReasons("Declaration", Modified, Unchanged)
        .ShouldHaveReasons("Source", Modified, Cached)
        .ShouldHaveOutputs(Modified, Cached);

    [Fact]
    public void AnEditOfACompositeReEmitsWhatUsesIt() => Compiler.Harness
        .Edit(Code, code => code.Replace("Dense(10)", "Dense(11)"))
        .ShouldHaveReasons("Declaration", Unchanged, Modified)
        .ShouldHaveOutputs(Cached, Modified);

    /// <summary>An activation is read with the constants of other files, as they are now.</summary>
    [Fact]
    public void AnEditOfAConstantReEmitsWhatReadsIt() => Compiler.Harness
        .Edit(Code, code => code.Replace("Offset = 0.5f", "Offset = 0.25f"))
        .ShouldHaveReasons("Declaration", Modified, Unchanged)
        .ShouldHaveOutputs(Modified, Cached);

    [Fact]
    public void AnEditOfAnotherConstantReEmitsNothing() => ShouldReEmitNothing(code => code.Replace("Other = 2", "Other = 3"));

    [Fact]
    public void ANetworkThatIsAddedIsNew() => Compiler.Harness
        .Edit(Code, code => code.AddFile($"{Compiler.Smallest} public partial class Third;"))
        .ShouldHaveReasons("Source", Cached, Cached, New)
        .ShouldHaveOutputs(Cached, Cached, New);

    [Fact]
    public void NothingOfRoslynsIsRemembered() => Compiler.Harness.NoSymbols(Code);

    [Fact]
    public void NothingOfRoslynsIsRememberedOfMistakes() => Compiler.Harness.NoSymbols(Compiler.Harness.CreateCompilation(
        Compiler.Net("[Input(0), Dense(Name = 3), Activation(\"F\"), Add(null), Hidden]"),
        "public sealed class HiddenAttribute : NetGen.LayerAttribute;"));

    private static void ShouldReEmitNothing(Func<CSharpCompilation, CSharpCompilation> edit) => Compiler.Harness
        .Edit(Code, edit)
        .ShouldHaveReasons("Declaration", Unchanged, Unchanged)
        .ShouldHaveReasons("Source", Cached, Cached)
        .ShouldHaveOutputs(Cached, Cached);
}
