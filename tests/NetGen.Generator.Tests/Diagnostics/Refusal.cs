namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Asserts that a network is refused: with these diagnostics, without code but a stub, and without harm to others.</summary>
internal static class Refusal
{
    private const string Healthy = $"namespace Healthy; {Compiler.Smallest} public partial class Net;";

    /// <summary>Fails unless marked code has exactly the expected diagnostics, and only the healthy network beside it is compiled, of networks with mistakes no more than their members' heads.</summary>
    public static void Of(string markedSource, params ExpectedDiagnostic[] expected)
    {
        GeneratorResult result = Compiler.Harness.ShouldReport(markedSource, [Healthy], expected);
        result.Sources.Where(source => !IsStub(source)).ShouldHaveSingleItem().HintName.ShouldBe("Healthy.Net.g.cs");
    }

    /// <summary>Whether a file only lets the uses of a network with mistakes compile.</summary>
    public static bool IsStub(GeneratedSource source) => source.Text.Contains("has mistakes, which the build reports", StringComparison.Ordinal);

    /// <summary>The same for a class of these attributes; the place is <c>[Network]</c> where none is marked.</summary>
    public static void OfLayers(string attributes, string id, string message) => OfLayers(attributes, "", id, message);

    /// <summary>The same for a class with members.</summary>
    public static void OfLayers(string attributes, string body, string id, string message)
    {
        string source = Compiler.Net(attributes, body);
        bool isMarked = attributes.Contains("[|", StringComparison.Ordinal);
        Of(isMarked ? source : source.Replace("[Network]", "[[|Network|]]", StringComparison.Ordinal), new ExpectedDiagnostic(id, message));
    }
}
