extern alias generator;

namespace NetGen.Generator.Tests;

/// <summary>The compiler under test: generator and analyzer, as a user's build has them.</summary>
internal static class Compiler
{
    /// <summary>Both.</summary>
    public static GeneratorHarness Harness { get; } = new()
    {
        Generators = [new generator::NetGen.Generator.NetworkGenerator()],
        Analyzers = [new generator::NetGen.Generator.NetworkAnalyzer()],
    };

    /// <summary>The attributes of the smallest network that trains.</summary>
    public const string Smallest = "[NetGen.Network, NetGen.Input(2), NetGen.Dense(1), NetGen.MeanSquaredError]";

    /// <summary>A file with one network <c>Demo.Net</c> of the given attributes.</summary>
    public static string Net(string attributes, string body = "") => $$"""
        using NetGen;

        namespace Demo;

        [Network]
        {{attributes}}
        public partial class Net
        {
            {{body}}
        }
        """;
}
