namespace NetGen;

/// <summary>Adam (Kingma and Ba 2015): <c>m = beta1 · m + (1 − beta1) · g</c>, <c>v = beta2 · v + (1 − beta2) · g²</c>, <c>w −= rate · m̂ / (sqrt(v̂) + epsilon)</c>.</summary>
public sealed class AdamAttribute : OptimizerAttribute
{
    /// <summary>Declares the optimizer with a learning rate of 0.001.</summary>
    public AdamAttribute()
        : base(0.001)
    {
    }

    /// <summary>The share of the mean gradient that is kept.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>The share of the mean square that is kept.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Keeps the divisor from zero.</summary>
    public double Epsilon { get; set; } = 1e-8;

    /// <summary>Whether the largest mean square so far is the divisor (Reddi et al. 2018).</summary>
    public bool AmsGrad { get; set; }

    /// <summary>Whether the means are divided by what they have seen so far, <c>1 − beta^t</c>.</summary>
    public bool BiasCorrection { get; set; } = true;

    /// <summary>Whether the divisor is <c>sqrt(v + epsilon)</c>, as introductory articles print it.</summary>
    public bool EpsilonInsideRoot { get; set; }
}
