using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Testing;

/// <summary>One generator's steps before and after an edit.</summary>
/// <param name="Before">The first run, in which everything is new.</param>
/// <param name="After">The run after the edit.</param>
public sealed record IncrementalEdit(GeneratorRunResult Before, GeneratorRunResult After)
{
    /// <summary>
    /// Fails unless the outputs of all steps of a name, in order, had exactly these reasons after the edit: <c>Cached</c> was not
    /// computed, <c>Unchanged</c> was computed and came out equal.
    /// </summary>
    /// <param name="step">The tracking name.</param>
    /// <param name="expected">One reason for each output, none if the step is not to be there.</param>
    /// <returns>This edit.</returns>
    /// <exception cref="AssertionFailedException">They had others; the message shows all steps.</exception>
    public IncrementalEdit ShouldHaveReasons(string step, params IncrementalStepRunReason[] expected) =>
        Check(step, After.TrackedSteps.GetValueOrDefault(step, []), expected);

    /// <summary>Fails unless the generated files, in order, had exactly these reasons after the edit.</summary>
    /// <param name="expected">One reason for each.</param>
    /// <returns>This edit.</returns>
    /// <exception cref="AssertionFailedException">They had others; the message shows all steps.</exception>
    public IncrementalEdit ShouldHaveOutputs(params IncrementalStepRunReason[] expected) =>
        Check("generated files", [.. After.TrackedOutputSteps.Values.SelectMany(steps => steps)], expected);

    private static string Format(IEnumerable<IncrementalStepRunReason> reasons) => $"[{string.Join(", ", reasons)}]";

    private static IEnumerable<IncrementalStepRunReason> Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        steps.SelectMany(step => step.Outputs).Select(output => output.Reason);

    private IncrementalEdit Check(string name, ImmutableArray<IncrementalGeneratorRunStep> steps, IncrementalStepRunReason[] expected)
    {
        IncrementalStepRunReason[] actual = [.. Reasons(steps)];
        if (actual.SequenceEqual(expected))
        {
            return this;
        }

        IEnumerable<string> all = After.TrackedSteps.Select(pair => $"  {pair.Key}: {Format(Reasons(pair.Value))}");
        throw new AssertionFailedException(
            $"Expected {name} to be {Format(expected)} after the edit, but got {Format(actual)}. All steps:\n{string.Join('\n', all)}");
    }
}
