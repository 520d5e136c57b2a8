namespace NetGen;

/// <summary>One tensor of a network, in PyTorch's naming and row-major layout.</summary>
/// <param name="Name">The layer's name and the tensor's: <c>dense1.weight</c> [units, inputs], <c>dense1.bias</c> [units].</param>
/// <param name="Shape">The sizes of its axes.</param>
/// <param name="Init">How it is filled before training; never <see cref="Init.Default"/>.</param>
/// <param name="Scale">The scale that <see cref="Init.Normal"/>, <see cref="Init.Uniform"/> and <see cref="Init.Constant"/> take.</param>
/// <param name="Regularized">Whether the network's penalties apply to it.</param>
public sealed record TensorDescription(string Name, IReadOnlyList<int> Shape, Init Init, double Scale, bool Regularized)
{
    /// <summary>
    /// Whether the optimizer changes it. What is not learned (<c>batchNorm1.running_mean</c>, <c>inputScaling1.scale</c>) is saved and
    /// loaded with the rest, but has no gradient.
    /// </summary>
    public bool Learned { get; init; } = true;

    /// <summary>The number of elements.</summary>
    public int Length
    {
        get
        {
            // By index: an enumerator would be allocated, wherever parameters are read or written.
            int product = 1;
            for (int axis = 0; axis < Shape.Count; axis++)
            {
                product *= Shape[axis];
            }

            return product;
        }
    }

    /// <summary>Such as <c>dense1.weight [128, 64]</c>.</summary>
    public override string ToString() => $"{Name} [{string.Join(", ", Shape)}]";
}
