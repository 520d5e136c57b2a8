namespace NetGen.Conformance.Tests.Specs;

/// <summary>A method of the user's that an <c>Activation</c> names.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Body">C# of the parameter <c>x</c>, in double; a float network casts the result.</param>
public sealed record UserMethod(string Name, string Body);
