using System.Numerics;
using NetGen.Conformance.Tests.Checks;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>Padding, single elements, wide and deep networks against the reference engine.</summary>
public abstract class EdgeCaseTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly CompiledSpecs<T> Compiled = new(EdgeCases.All.Select(edge => edge.Spec));

    public static TheoryData<string> Names => [.. EdgeCases.All.Select(edge => edge.Spec.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Generated_code_computes_what_the_reference_engine_does(string name) =>
        NetworkCheck<T>.Run(EdgeCases.All.Single(edge => edge.Spec.Name == name), Compiled);
}

/// <summary>In double.</summary>
public sealed class EdgeCasesInDoubleTests : EdgeCaseTests<double>;

/// <summary>In float.</summary>
public sealed class EdgeCasesInFloatTests : EdgeCaseTests<float>;
