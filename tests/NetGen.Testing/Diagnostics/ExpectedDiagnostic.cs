namespace NetGen.Testing;

/// <summary>One diagnostic that a test expects.</summary>
/// <param name="Id">Its id.</param>
/// <param name="MessagePart">A part of its message; anything if null.</param>
/// <param name="Line">The line it begins in, from 1; any if null.</param>
public sealed record ExpectedDiagnostic(string Id, string? MessagePart = null, int? Line = null)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Id + (Line is null ? string.Empty : $" in line {Line}") + (MessagePart is null ? string.Empty : $" with '{MessagePart}'");
}
