namespace NetGen.Reference;

/// <summary>How one tensor follows its gradient. What an optimizer remembers of earlier steps, it holds for this tensor alone.</summary>
internal abstract class Optimizer
{
    /// <summary>Changes the parameters.</summary>
    /// <param name="w">The parameters.</param>
    /// <param name="g">Their gradients, clipped.</param>
    /// <param name="rate">The learning rate.</param>
    public abstract void Update(double[] w, double[] g, double rate);

    /// <summary>The divisor of adaptive methods: epsilon keeps it from zero, as libraries do outside the root, or inside it.</summary>
    protected static double Root(double square, double epsilon, bool inside) =>
        inside ? Math.Sqrt(square + epsilon) : Math.Sqrt(square) + epsilon;
}
