namespace NetGen;

/// <summary>
/// A fully connected layer over the last axis: <c>y = x · weightᵀ + bias</c>, [..., inputs] to [..., units], with a weight
/// [units, inputs] and a bias [units].
/// </summary>
public sealed class DenseAttribute : LayerAttribute
{
    /// <summary>Declares a fully connected layer.</summary>
    /// <param name="units">The number of outputs, at least 1.</param>
    public DenseAttribute(int units) => Units = units;

    /// <summary>The number of outputs.</summary>
    public int Units { get; }

    /// <summary>Whether a bias is added. It starts at zero.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>How the weight is initialised.</summary>
    public Init Init { get; set; }

    /// <summary>The scale that <see cref="Init.Normal"/>, <see cref="Init.Uniform"/> and <see cref="Init.Constant"/> take.</summary>
    public double InitScale { get; set; } = 0.1;
}
