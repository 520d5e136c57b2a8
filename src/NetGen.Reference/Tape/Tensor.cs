namespace NetGen.Reference;

/// <summary>
/// One array of a computation: its elements in row-major order, and its adjoints, the derivatives of the root of the tape by
/// each of them. What flows between layers has the batch as its first axis; a parameter has none.
/// </summary>
internal sealed class Tensor(params IReadOnlyList<int> shape)
{
    public IReadOnlyList<int> Shape { get; } = shape;

    public double[] Data { get; } = new double[shape.Aggregate(1, (product, size) => product * size)];

    public double[] Gradient { get; } = new double[shape.Aggregate(1, (product, size) => product * size)];

    public int Length => Data.Length;

    /// <summary>The size of the last axis, over which dense layers and softmax work.</summary>
    public int Columns => Shape[^1];
}
