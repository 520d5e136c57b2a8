namespace NetGen;

/// <summary>
/// In training, adds a number from the normal distribution with mean 0 to each element (Bishop 1995). Prediction leaves all
/// elements as they are.
/// </summary>
/// <remarks>What is added depends on the trainer's <c>NoiseSeed</c>, the number of the pass, the layer and the element's place alone.</remarks>
public sealed class GaussianNoiseAttribute : LayerAttribute
{
    /// <summary>Declares a noise.</summary>
    /// <param name="standardDeviation">The standard deviation of what is added; at least 0.</param>
    public GaussianNoiseAttribute(double standardDeviation) => StandardDeviation = standardDeviation;

    /// <summary>The standard deviation of what is added.</summary>
    public double StandardDeviation { get; }
}
