namespace NetGen;

/// <summary>An operation and its arguments: a layer's, a loss's, an optimizer's.</summary>
/// <param name="Op">The kind: the attribute's name without its suffix, such as <c>Dense</c>.</param>
/// <param name="Arguments">Every argument, defaults included, under its name in camel case.</param>
public record OperationDescription(string Op, IReadOnlyList<ArgumentDescription> Arguments)
{
    /// <summary>The value of a numeric argument.</summary>
    /// <exception cref="KeyNotFoundException">There is no argument of that name.</exception>
    public double Number(string name) => Find(name).Number;

    /// <summary>Whether an argument is set.</summary>
    /// <exception cref="KeyNotFoundException">There is no argument of that name.</exception>
    public bool Flag(string name) => Find(name).Number != 0;

    /// <summary>Such as <c>Sgd(learningRate: 0.5, momentum: 0)</c>; the same in any culture.</summary>
    public override string ToString() => $"{Op}({string.Join(", ", Arguments)})";

    private ArgumentDescription Find(string name) =>
        Arguments.FirstOrDefault(argument => argument.Name == name)
        ?? throw new KeyNotFoundException($"{Op} has no argument '{name}'; it has {string.Join(", ", Arguments.Select(a => a.Name))}.");
}
