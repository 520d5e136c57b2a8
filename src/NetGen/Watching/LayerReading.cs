namespace NetGen;

/// <summary>What a <see cref="NetworkWatch"/> has last read of one layer.</summary>
public sealed class LayerReading
{
    internal LayerReading(LayerDescription layer)
    {
        Layer = layer.Name;
        Op = layer.Op;
    }

    /// <summary>The layer's name.</summary>
    public string Layer { get; }

    /// <summary>Its kind: the attribute's name without its suffix.</summary>
    public string Op { get; }

    /// <summary>The L2 norm of the gradients of all its parameters, before clipping; null where it learns nothing.</summary>
    public double? GradientNorm { get; internal set; }

    /// <summary>The L2 norm of all its parameters before the update; null likewise.</summary>
    public double? ParameterNorm { get; internal set; }

    /// <summary>
    /// The L2 norm of what the update changed over that of the parameters; null likewise. About 0.001 is usual (Karpathy 2015, CS231n).
    /// </summary>
    public double? UpdateRatio { get; internal set; }

    /// <summary>The mean of its outputs over the batch; null where they are not kept in memory.</summary>
    public double? ActivationMean { get; internal set; }

    /// <summary>The standard deviation of its outputs over the batch; null likewise.</summary>
    public double? ActivationSpread { get; internal set; }

    /// <summary>
    /// The share of its units whose outputs were 0 for every sample of the last watched steps, <see cref="WatchLimits.DeadWindow"/> of
    /// them; null where its kind has no such units.
    /// </summary>
    public double? DeadShare { get; internal set; }

    /// <summary>
    /// The share of its outputs that lie within 1 % of their range from a bound, where the derivative of a sigmoid or tanh is below 4 %
    /// of its largest; null where its kind has no bounds.
    /// </summary>
    public double? SaturatedShare { get; internal set; }

    /// <summary>The number of its parameters.</summary>
    internal int ParameterCount { get; init; }

    /// <summary>Whether it has a matrix of weights, and not only biases or factors.</summary>
    internal bool HasWeights { get; init; }

    /// <summary>Whether its outputs are the network's.</summary>
    internal bool IsLast { get; init; }

    /// <summary>The root of the mean square of its gradients: comparable among layers of different sizes.</summary>
    internal double GradientSize => GradientNorm.GetValueOrDefault() / Math.Sqrt(Math.Max(1, ParameterCount));
}
