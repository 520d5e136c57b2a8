namespace NetGen.Generator.Tests.Behaviour;

/// <summary>The tests that share the compiled probes.</summary>
[CollectionDefinition(Name)]
public sealed class SharedProbes : ICollectionFixture<Probes>
{
    public const string Name = "Probes";
}
