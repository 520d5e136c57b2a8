using System.Linq;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Binding;

/// <summary>
/// Keeps a network's buffers within what 32 bits index. Rows are padded, training keeps several tensors for each layer, and
/// Adam several for each parameter, so the limits lie well below that.
/// </summary>
internal sealed class SizeBudget
{
    private const long MostElements = 1 << 28;
    private long outputs;
    private long parameters;

    /// <summary>Counts a layer in; false where it is too much.</summary>
    public bool Take(Layer layer)
    {
        outputs += Padded(layer.Shape);
        parameters += layer.Parameters.Sum(parameter => Padded(parameter.Stored));
        return outputs <= MostElements && parameters <= MostElements;
    }

    /// <summary>Says what was too much, once <see cref="Take"/> has refused a layer.</summary>
    public string Complaint(Layer layer) =>
        $"With '{layer.Name}', whose shape is {layer.Shape}, a sample's outputs take {outputs} elements and the parameters {parameters}, padding included, but at most {MostElements} of each are possible";

    private static long Padded(Shape shape) => shape.Sizes
        .Take(shape.Rank - 1)
        .Aggregate(((long)shape.Columns + Padding.Block - 1) / Padding.Block * Padding.Block, (product, size) => product > MostElements ? product : product * size);
}
