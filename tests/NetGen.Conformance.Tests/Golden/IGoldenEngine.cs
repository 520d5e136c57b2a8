namespace NetGen.Conformance.Tests.Golden;

/// <summary>One way to run networks. A golden theory creates it through its constructor without parameters.</summary>
public interface IGoldenEngine
{
    /// <summary>The operations of a case that this engine does not know; with any, the case is reported as skipped.</summary>
    IReadOnlyList<string> Missing(GoldenCase golden);

    /// <summary>Builds the network of a case. Its parameters are written afterwards.</summary>
    IGoldenSubject Create(GoldenCase golden);
}
