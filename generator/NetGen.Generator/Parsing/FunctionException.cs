using System;

namespace NetGen.Generator.Parsing;

/// <summary>Says why a user's function cannot be read.</summary>
internal sealed class FunctionException(string message) : Exception(message)
{
}
