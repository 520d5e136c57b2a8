using Xunit.Sdk;

namespace NetGen.Conformance.Tests.Golden;

/// <summary>
/// A theory over names of golden cases, run by one engine. A case with operations that the engine does not know is reported
/// as skipped, with their names; it never passes.
/// </summary>
/// <param name="engine">An <see cref="IGoldenEngine"/>.</param>
[XunitTestCaseDiscoverer("NetGen.Conformance.Tests.Golden." + nameof(GoldenTheoryDiscoverer), "NetGen.Conformance.Tests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class GoldenTheoryAttribute(Type engine) : TheoryAttribute
{
    public Type Engine { get; } = engine;
}
