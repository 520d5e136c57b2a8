namespace NetGen.Generator.Tests.Behaviour;

/// <summary>After construction nothing is allocated, by any public method but those that create or load.</summary>
[Collection(SharedProbes.Name)]
public sealed class AllocationTests(Probes probes)
{
    [Theory]
    [MemberData(nameof(Probes.Names), MemberType = typeof(Probes))]
    public void NothingIsAllocated(string name)
    {
        Action[] calls = probes.Calls(name);

        Allocations.ShouldBeNone(() => { }, calls);
    }
}
