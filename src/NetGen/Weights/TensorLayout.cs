namespace NetGen.Weights;

/// <summary>Where a tensor stands in a buffer: element [i, j] is at <c>Offset + i · Strides[0] + j · Strides[1]</c>.</summary>
/// <param name="Tensor">Its name and shape, in PyTorch's order of axes.</param>
/// <param name="Offset">The place of its first element.</param>
/// <param name="Strides">For each axis, the distance of neighbours.</param>
public sealed record TensorLayout(TensorDescription Tensor, int Offset, params int[] Strides);
