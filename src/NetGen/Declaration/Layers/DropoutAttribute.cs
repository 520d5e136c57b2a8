namespace NetGen;

/// <summary>
/// In training, sets each element to 0 with a given probability and divides the others by the probability to stay, so that the
/// mean remains (Srivastava et al. 2014, in its inverted form). Prediction leaves all elements as they are.
/// </summary>
/// <remarks>What is dropped depends on the trainer's <c>NoiseSeed</c>, the number of the pass, the layer and the element's place alone.</remarks>
public sealed class DropoutAttribute : LayerAttribute
{
    /// <summary>Declares a dropout.</summary>
    /// <param name="rate">The probability of an element to be dropped, from 0 to below 1.</param>
    public DropoutAttribute(double rate) => Rate = rate;

    /// <summary>The probability of an element to be dropped.</summary>
    public double Rate { get; }
}
