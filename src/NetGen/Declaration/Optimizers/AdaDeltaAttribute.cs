namespace NetGen;

/// <summary>AdaDelta (Zeiler 2012): steps in proportion to the root mean square of earlier steps over that of gradients.</summary>
public sealed class AdaDeltaAttribute : OptimizerAttribute
{
    /// <summary>Declares the optimizer with a learning rate of 1.0.</summary>
    public AdaDeltaAttribute()
        : base(1.0)
    {
    }

    /// <summary>The share of the mean squares that is kept.</summary>
    public double Decay { get; set; } = 0.9;

    /// <summary>Inside both roots.</summary>
    public double Epsilon { get; set; } = 1e-6;
}
