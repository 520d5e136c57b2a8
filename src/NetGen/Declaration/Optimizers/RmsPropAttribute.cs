namespace NetGen;

/// <summary>RMSprop (Hinton 2012): <c>s = decay · s + (1 − decay) · g²</c>, <c>w −= rate · g / (sqrt(s) + epsilon)</c>.</summary>
public sealed class RmsPropAttribute : OptimizerAttribute
{
    /// <summary>Declares the optimizer with a learning rate of 0.01.</summary>
    public RmsPropAttribute()
        : base(0.01)
    {
    }

    /// <summary>The share of the mean square that is kept.</summary>
    public double Decay { get; set; } = 0.99;

    /// <summary>Keeps the divisor from zero.</summary>
    public double Epsilon { get; set; } = 1e-8;

    /// <summary>Whether the divisor is <c>sqrt(s + epsilon)</c>, as introductory articles print it.</summary>
    public bool EpsilonInsideRoot { get; set; }

    /// <summary>The share of the velocity that is kept.</summary>
    public double Momentum { get; set; }

    /// <summary>Whether the mean gradient is subtracted: <c>sqrt(s − mean²)</c> (Graves 2013).</summary>
    public bool Centered { get; set; }
}
