namespace NetGen;

/// <summary>The bounds that the outputs of a sigmoid or one of its kind approach.</summary>
internal sealed class OutputBounds(double lower, double upper)
{
    private const double Margin = 0.01; // of the range

    /// <summary>Those of a layer; null for one without.</summary>
    public static OutputBounds? Of(LayerDescription layer) => layer.Op switch
    {
        "Sigmoid" or "HardSigmoid" => new(0, 1),
        "Tanh" or "Softsign" => new(-1, 1),
        _ => null,
    };

    /// <summary>How many of some outputs are next to a bound.</summary>
    public int Count<T>(ReadOnlySpan<T> outputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double margin = Margin * (upper - lower);
        int count = 0;
        foreach (T output in outputs)
        {
            double value = double.CreateTruncating(output);
            count += value < lower + margin || value > upper - margin ? 1 : 0;
        }

        return count;
    }
}
