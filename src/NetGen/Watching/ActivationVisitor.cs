using System.ComponentModel;

namespace NetGen;

/// <summary>For generated code: is shown the outputs of layers by generated trainers, in the order of the layers.</summary>
/// <typeparam name="T">The element type of parameters, inputs and outputs.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ActivationVisitor<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private protected ActivationVisitor()
    {
    }

    /// <summary>Shows outputs of a layer; there may be several calls for one layer.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="first">The first element of the first row.</param>
    /// <param name="rows">The number of rows, of all samples together.</param>
    /// <param name="columns">The elements of a row: the layer's units.</param>
    /// <param name="stride">The distance of neighbouring rows.</param>
    public abstract void Visit(string layer, ref T first, int rows, int columns, int stride);

    /// <summary>Shows one row of a layer's outputs.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="row">The row.</param>
    public void Visit(string layer, ReadOnlySpan<T> row) =>
        Visit(layer, ref MemoryMarshal.GetReference(row), 1, row.Length, row.Length);
}
