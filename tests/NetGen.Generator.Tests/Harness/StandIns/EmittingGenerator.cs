using System.Globalization;

namespace NetGen.Generator.Tests.Harness.StandIns;

/// <summary>Writes a file of the test's choosing, once for each compilation.</summary>
internal sealed class EmittingGenerator(params (string HintName, Func<string> Text)[] files) : IIncrementalGenerator
{
    /// <summary>Writes a constant the wrong way: as the current culture does.</summary>
    public static EmittingGenerator InCurrentCulture(double value) => new(
        ("Constant.g.cs", () => $"static class Constant {{ internal const double Value = {value.ToString(CultureInfo.CurrentCulture)}; }}"));

    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider, (output, _) =>
        {
            foreach ((string hintName, Func<string> text) in files)
            {
                output.AddSource(hintName, text());
            }
        });
}
