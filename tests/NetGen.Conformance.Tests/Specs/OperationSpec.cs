namespace NetGen.Conformance.Tests.Specs;

/// <summary>A layer, a loss, an optimizer as it was written: what was left out is not here.</summary>
public sealed record OperationSpec(string Op, params IReadOnlyList<ArgumentSpec> Arguments)
{
    /// <summary>The layer's name, where it was given one.</summary>
    public string? Name { get; init; }

    /// <summary>The named layer whose output is the second operand.</summary>
    public string? With { get; init; }

    /// <summary>The shape of an input.</summary>
    public IReadOnlyList<int>? Shape { get; init; }

    /// <summary>The function of an <c>Activation</c>.</summary>
    public Func<double, double>? Function { get; init; }

    /// <summary>The same function as a declaration has it.</summary>
    public UserMethod? Method { get; init; }

    public static OperationSpec Input(params int[] shape) => new("Input") { Shape = shape };

    public static OperationSpec Dense(int units, bool bias = true) =>
        bias ? new("Dense", ("units", units)) : new("Dense", ("units", units), ("bias", false));
}
