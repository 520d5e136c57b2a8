extern alias generator;

using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests.Diagnostics;

public sealed class CatalogTests
{
    [Fact]
    public void EveryDescriptorIsComplete()
    {
        DiagnosticAnalyzer analyzer = new generator::NetGen.Generator.NetworkAnalyzer();

        string[] ids = [.. analyzer.SupportedDiagnostics.Select(descriptor => descriptor.Id).Order()];
        ids.ShouldBe([.. Enumerable.Range(1, ids.Length - 1).Select(number => $"NG{number:0000}"), "NG0099"]);
        analyzer.SupportedDiagnostics.ShouldAllBe(descriptor =>
            descriptor.IsEnabledByDefault
            && descriptor.DefaultSeverity == DiagnosticSeverity.Error
            && descriptor.HelpLinkUri.EndsWith($"#{descriptor.Id.ToLowerInvariant()}"));
    }
}
