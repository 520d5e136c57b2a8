using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Testing;

/// <summary>Asserts what a generator remembers, and what it computes again after an edit.</summary>
public static class CachingAssertions
{
    /// <summary>Runs the harness's only generator before and after an edit.</summary>
    /// <param name="harness">What runs.</param>
    /// <param name="initial">The code before.</param>
    /// <param name="edit">Makes the code after, such as <c>code => code.Replace("32", "64")</c>.</param>
    /// <returns>The steps of both runs, to assert on.</returns>
    public static IncrementalEdit Edit(
        this GeneratorHarness harness, CSharpCompilation initial, Func<CSharpCompilation, CSharpCompilation> edit)
    {
        using IDisposable culture = HostileCulture.Enter();
        GeneratorDriver driver = harness.CreateDriver().RunGenerators(initial);
        GeneratorRunResult before = Only(driver);
        return new IncrementalEdit(before, Only(driver.RunGenerators(edit(initial))));
    }

    /// <summary>Fails if anything that any of the generator's steps remembers leads to a symbol, a syntax node or the like.</summary>
    /// <param name="harness">What runs; its only generator is examined.</param>
    /// <param name="compilation">Code that takes the generator through all its steps.</param>
    /// <exception cref="AssertionFailedException">Something does; the message has the paths.</exception>
    public static void NoSymbols(this GeneratorHarness harness, CSharpCompilation compilation)
    {
        using IDisposable culture = HostileCulture.Enter();
        NoSymbols(Only(harness.CreateDriver().RunGenerators(compilation)));
    }

    /// <inheritdoc cref="NoSymbols(GeneratorHarness, CSharpCompilation)"/>
    /// <param name="run">A run with tracked steps.</param>
    public static void NoSymbols(GeneratorRunResult run)
    {
        string[] offenders =
        [
            .. PipelineSteps.Of(run).SelectMany(step => step.Outputs.SelectMany((output, index) =>
                ObjectGraph.Find(output.Value, $"{step.Name ?? "(unnamed step)"}[{index}]", RoslynObjects.Describe))),
        ];
        if (offenders.Length > 0)
        {
            throw new AssertionFailedException($"Expected steps that remember plain data, but found:\n  {string.Join("\n  ", offenders)}");
        }
    }

    private static GeneratorRunResult Only(GeneratorDriver driver)
    {
        GeneratorDriverRunResult result = driver.GetRunResult();
        if (result.Results is not [GeneratorRunResult only])
        {
            throw new AssertionFailedException($"Expected a harness with one generator, but it has {result.Results.Length}.");
        }

        return only.Exception is null ? only : throw new AssertionFailedException($"The generator threw: {only.Exception}");
    }
}
