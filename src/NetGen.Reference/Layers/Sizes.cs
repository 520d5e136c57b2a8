namespace NetGen.Reference;

/// <summary>Shapes in words.</summary>
internal static class Sizes
{
    public static string Text(IEnumerable<int> shape) => $"[{string.Join(", ", shape)}]";

    public static (Tensor A, Tensor B) RequireEqual(string op, Tensor[] inputs)
    {
        var (a, b) = (inputs[0], inputs[1]);
        return a.Shape.SequenceEqual(b.Shape)
            ? (a, b)
            : throw new ArgumentException($"{op} needs equal shapes, but got {Text(a.Shape.Skip(1))} and {Text(b.Shape.Skip(1))}.");
    }
}
