namespace NetGen.Generator.Diagnostics;

/// <summary>Something wrong with a declaration, as data: the analyzer turns it into a diagnostic at the attribute.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">The place of the attribute among the class's attributes; −1 for the class itself.</param>
/// <param name="Message">What was expected and what came.</param>
internal sealed record Problem(ProblemKind Kind, int Position, string Message)
{
    /// <summary>The position of problems that concern the class as a whole.</summary>
    public const int Class = -1;
}
