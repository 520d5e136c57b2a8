extern alias generator;
using NetGen.Testing;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>Declarations compiled in process, as a strict user's build would.</summary>
public static class Compiler
{
    private static readonly GeneratorHarness Harness = new()
    {
        Generators = [new generator::NetGen.Generator.NetworkGenerator()],
        Analyzers = [new generator::NetGen.Generator.NetworkAnalyzer()],
    };

    /// <summary>Compiles sources and loads the result; fails on any diagnostic.</summary>
    public static LoadedCode Compile(params string[] sources) => Harness.CompileAndLoad([.. sources.Select(source => new UserSource(source))]);

    /// <summary>
    /// As <see cref="Compile"/>, but without the analyzers, which take half of the time: for declarations that are right. Generated
    /// code still must not cause a warning.
    /// </summary>
    public static LoadedCode CompileUnanalyzed(params string[] sources) =>
        (Harness with { Analyzers = [] }).CompileAndLoad([.. sources.Select(source => new UserSource(source))]);

    /// <summary>The full name of the class that a spec declares.</summary>
    public static string TypeName(this NetworkSpec spec) => $"Declared.{spec.ClassName()}";
}
