namespace NetGen;

/// <summary>Stochastic gradient descent: <c>w −= rate · g</c>, or with momentum <c>v = momentum · v + (1 − dampening) · g</c> and <c>w −= rate · v</c>; the first <c>v</c> is <c>g</c> itself.</summary>
public sealed class SgdAttribute : OptimizerAttribute
{
    /// <summary>Declares the optimizer with a learning rate of 0.01.</summary>
    public SgdAttribute()
        : base(0.01)
    {
    }

    /// <summary>The share of the velocity that is kept, 0 to below 1.</summary>
    public double Momentum { get; set; }

    /// <summary>The share of the gradient that does not enter the velocity; equal to the momentum, it gives a moving average of gradients.</summary>
    public double Dampening { get; set; }

    /// <summary>Whether the step looks ahead: <c>w −= rate · (g + momentum · v)</c> (Sutskever et al. 2013).</summary>
    public bool Nesterov { get; set; }
}
