namespace NetGen;

/// <summary>One node of a network.</summary>
/// <param name="Name">Its name: tensor names begin with it.</param>
/// <param name="Op">The kind: the attribute's name without its suffix, such as <c>Dense</c>.</param>
/// <param name="Inputs">The names of the nodes it reads: none for the input, two for <c>Add</c>, <c>Multiply</c> and <c>Concat</c>.</param>
/// <param name="Shape">The shape of one sample's output, without the batch axis.</param>
/// <param name="Arguments">Every argument, defaults included, under its name in camel case.</param>
public sealed record LayerDescription(
    string Name,
    string Op,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<int> Shape,
    IReadOnlyList<ArgumentDescription> Arguments)
    : OperationDescription(Op, Arguments)
{
    /// <summary>The user's own function, where <c>Op</c> is <c>Activation</c>: what the compiler read, in double.</summary>
    public Func<double, double>? Function { get; init; }

    /// <summary>What was declared, such as <c>dense1 = Dense(input1, units: 128)</c>.</summary>
    internal string Declaration => $"{Name} = {Op}({string.Join(", ", Inputs.Concat(Arguments.Select(argument => argument.ToString())))})";

    /// <summary>Such as <c>dense1 = Dense(input1, units: 128) [128]</c>, the shape last; the same in any culture.</summary>
    public override string ToString() => $"{Declaration} [{string.Join(", ", Shape)}]";
}
