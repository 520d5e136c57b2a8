using System.Numerics;
using NetGen.Testing;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>
/// Many declarations in one compilation, made when the first of them is asked for: a compilation costs far more than a network.
/// Where they do not compile together, each that is asked for is compiled alone, so that only the culprits fail.
/// </summary>
public sealed class CompiledSpecs<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Lazy<LoadedCode?> together;

    public CompiledSpecs(IEnumerable<NetworkSpec> specs)
    {
        together = new(() => TryCompile([.. specs.Select(ToSource)]));
    }

    private static Precision Precision => typeof(T) == typeof(double) ? Precision.Double : Precision.Single;

    /// <summary>The declaration that is compiled.</summary>
    public static string ToSource(NetworkSpec spec) => spec.ToSource(Precision);

    /// <summary>The code of all of them; null where they do not compile together.</summary>
    public LoadedCode? Together => together.Value;

    /// <summary>A new network of one of the specs.</summary>
    public INetwork<T> Create(NetworkSpec spec)
    {
        var code = together.Value ?? Compiler.Compile(ToSource(spec));
        return code.CreateNetwork<T>(spec.TypeName());
    }

    private static LoadedCode? TryCompile(string[] sources)
    {
        try
        {
            return Compiler.CompileUnanalyzed(sources);
        }
        catch (AssertionFailedException)
        {
            return null;
        }
    }
}
