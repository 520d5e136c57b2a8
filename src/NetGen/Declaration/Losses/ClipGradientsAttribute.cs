using System;

namespace NetGen;

/// <summary>Limits the gradients before each update. Exactly one of the two limits is set.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ClipGradientsAttribute : Attribute
{
    /// <summary>
    /// The largest L2 norm of all gradients together: they are multiplied by <c>min(1, Norm / (norm + 1e-6))</c>
    /// (Pascanu et al. 2013).
    /// </summary>
    public double Norm { get; set; }

    /// <summary>The largest magnitude of a single element.</summary>
    public double Value { get; set; }
}
