using NetGen.Generator.Expressions;

namespace NetGen.Generator.Parsing;

/// <summary>A method marked <c>[Activation]</c>, as the compiler understood it.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Body">What it computes of <see cref="Parameter.Instance"/>.</param>
internal sealed record ActivationMethod(string Name, Expression Body);
