namespace NetGen.Testing;

/// <summary>One file that a generator wrote.</summary>
/// <param name="HintName">The name the generator gave it, such as <c>Demo.Net.g.cs</c>.</param>
/// <param name="Text">The code.</param>
public sealed record GeneratedSource(string HintName, string Text);
