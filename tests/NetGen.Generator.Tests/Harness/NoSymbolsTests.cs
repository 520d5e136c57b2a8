using NetGen.Generator.Tests.Harness.StandIns;

namespace NetGen.Generator.Tests.Harness;

public sealed class NoSymbolsTests
{
    private const string Code = "namespace Demo; [NetGen.Network, NetGen.Dense(3)] public partial class Net;";

    public static TheoryData<string, string> Leaks => new()
    {
        { "symbol", "a symbol" },
        { "node", "a syntax node" },
        { "tree", "a syntax tree" },
        { "compilation", "a compilation" },
        { "model", "a semantic model" },
        { "location", "a location" },
        { "attribute", "an attribute's data" },
        { "constant", "an internal symbol" },
        { "closure", "a symbol" },
    };

    [Theory]
    [MemberData(nameof(Leaks))]
    public void ALeakIsFoundWithItsPath(string leak, string description)
    {
        var harness = new GeneratorHarness { Generators = [new LeakyGenerator(context => Leak(context, leak))] };

        string message = Should.Throw<AssertionFailedException>(() => harness.NoSymbols(harness.CreateCompilation(Code))).Message;

        message.ShouldContain("Declaration[0].Hidden._items[0]");
        message.ShouldContain($" is {description}: ");
    }

    [Fact]
    public void AStepWithoutANameIsSearchedToo()
    {
        var harness = new GeneratorHarness { Generators = [new LeakyGenerator(context => context.TargetSymbol, trackingName: null)] };

        Should.Throw<AssertionFailedException>(() => harness.NoSymbols(harness.CreateCompilation(Code)));
    }

    [Fact]
    public void PlainDataPasses()
    {
        var leaky = new GeneratorHarness { Generators = [new LeakyGenerator(context => (context.TargetSymbol.Name, context.TargetNode.Span))] };
        leaky.NoSymbols(leaky.CreateCompilation(Code));

        var clean = new GeneratorHarness { Generators = [new StandInGenerator()] };
        clean.NoSymbols(clean.CreateCompilation(Code));
    }

    private static object? Leak(GeneratorAttributeSyntaxContext context, string leak) => leak switch
    {
        "symbol" => context.TargetSymbol,
        "node" => new[] { context.TargetNode },
        "tree" => context.TargetNode.SyntaxTree,
        "compilation" => context.SemanticModel.Compilation,
        "model" => context.SemanticModel,
        "location" => (1, context.TargetNode.GetLocation()),
        "attribute" => context.Attributes,
        "constant" => context.TargetSymbol.GetAttributes()[1].ConstructorArguments[0],
        "closure" => (Func<string>)(() => context.TargetSymbol.Name),
        _ => throw new ArgumentOutOfRangeException(nameof(leak)),
    };
}
