using System;

namespace NetGen;

/// <summary>
/// Penalties on the weights of every <c>Dense</c> layer, not on biases, slopes or normalizations: <c>L1 · Σ|w| + L2 / 2 · Σw²</c> is
/// added to what training makes small. The loss that is reported leaves them out.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RegularizeAttribute : Attribute
{
    /// <summary>The factor of the sum of absolute weights; not negative.</summary>
    public double L1 { get; set; }

    /// <summary>The factor of half the sum of squared weights; not negative.</summary>
    public double L2 { get; set; }
}
