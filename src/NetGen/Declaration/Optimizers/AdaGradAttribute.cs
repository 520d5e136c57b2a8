namespace NetGen;

/// <summary>AdaGrad (Duchi et al. 2011): <c>s += g²</c>, <c>w −= rate · g / (sqrt(s) + epsilon)</c>.</summary>
public sealed class AdaGradAttribute : OptimizerAttribute
{
    /// <summary>Declares the optimizer with a learning rate of 0.01.</summary>
    public AdaGradAttribute()
        : base(0.01)
    {
    }

    /// <summary>Keeps the divisor from zero.</summary>
    public double Epsilon { get; set; } = 1e-10;
}
