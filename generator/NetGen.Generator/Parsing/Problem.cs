namespace NetGen.Generator.Parsing;

/// <summary>Something wrong with a declaration, as data: the analyzer turns it into a diagnostic at the attribute.</summary>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Position">The place of the attribute among the class's attributes; −1 for the class itself.</param>
/// <param name="Message">What was expected and what came.</param>
internal sealed record Problem(string Id, int Position, string Message)
{
    /// <summary>The position of problems that concern the class as a whole.</summary>
    public const int Class = -1;
}
