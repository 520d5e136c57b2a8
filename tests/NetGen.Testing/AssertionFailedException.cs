namespace NetGen.Testing;

/// <summary>What every assertion of this library throws, so that it belongs to no test framework.</summary>
/// <param name="message">What was expected, what came, and the code it came from.</param>
public sealed class AssertionFailedException(string message) : Exception(message);
