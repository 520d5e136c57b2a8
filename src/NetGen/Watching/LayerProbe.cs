using NetGen.Weights;

namespace NetGen;

/// <summary>Reads one layer. Nothing is allocated after construction.</summary>
internal sealed class LayerProbe
{
    private readonly SilentUnits? silent;
    private readonly OutputBounds? bounds;
    private double shift;
    private double sum;
    private double squares;
    private long count;
    private long saturated;

    private LayerProbe(LayerDescription layer, bool isLast, TensorLayout[] tensors)
    {
        Tensors = tensors;
        silent = SilentUnits.Of(layer);
        bounds = OutputBounds.Of(layer);
        Reading = new LayerReading(layer)
        {
            HasWeights = tensors.Any(each => each.Tensor.Regularized),
            IsLast = isLast,
            ParameterCount = tensors.Sum(each => each.Tensor.Length),
        };
    }

    /// <summary>Its tensors that are learned.</summary>
    public TensorLayout[] Tensors { get; }

    /// <summary>What has been read.</summary>
    public LayerReading Reading { get; }

    /// <summary>Probes of all layers, in order.</summary>
    public static LayerProbe[] Of<T>(NetworkDescription network, TensorStore<T> gradients)
        where T : unmanaged =>
        [.. network.Layers.Select(layer => new LayerProbe(
            layer,
            layer == network.Layers[^1],
            [.. gradients.Layouts.ToArray().Where(each => each.Tensor.Name.StartsWith(layer.Name + ".", StringComparison.Ordinal))]))];

    /// <summary>Starts a reading of outputs anew.</summary>
    public void Begin()
    {
        sum = squares = 0;
        count = saturated = 0;
        silent?.Begin();
    }

    /// <summary>Takes one row of outputs.</summary>
    public void Add<T>(ReadOnlySpan<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Sums of differences from one of the values, so that a large mean does not swallow a small spread.
        shift = count == 0 ? double.CreateTruncating(row[0]) : shift;
        var (rowSum, rowSquares) = Sums.Moments(row, shift);
        sum += rowSum;
        squares += rowSquares;
        count += row.Length;
        saturated += bounds?.Count(row) ?? 0;
        silent?.Add(row);
    }

    /// <summary>Ends the reading.</summary>
    /// <param name="deadWindow">For how many readings a unit must be silent to be dead.</param>
    public void End(int deadWindow)
    {
        if (count == 0)
        {
            return;
        }

        double mean = sum / count;
        Reading.ActivationMean = shift + mean;
        Reading.ActivationSpread = Math.Sqrt(Math.Max(0, squares / count - mean * mean));
        Reading.SaturatedShare = bounds is null ? null : (double)saturated / count;
        Reading.DeadShare = silent?.End(deadWindow);
    }
}
