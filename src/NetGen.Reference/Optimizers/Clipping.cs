namespace NetGen.Reference;

/// <summary>Limits on gradients: of all of them together by their L2 norm, or of each by its magnitude. 0 is no limit.</summary>
internal sealed class Clipping(double norm, double value)
{
    /// <summary>The limits of a network.</summary>
    public static Clipping Of(NetworkDescription network) =>
        new(network.ClipGradients?.Number("norm") ?? 0, network.ClipGradients?.Number("value") ?? 0);

    /// <summary>A tensor's gradients within the limits.</summary>
    /// <param name="gradient">The gradients of one tensor.</param>
    /// <param name="total">The L2 norm of the gradients of all tensors together.</param>
    public double[] Apply(double[] gradient, double total)
    {
        if (norm > 0)
        {
            double factor = Math.Min(1, norm / (total + 1e-6));
            return Array.ConvertAll(gradient, g => g * factor);
        }

        return value > 0
            ? Array.ConvertAll(gradient, g => Math.Clamp(g, -value, value))
            : gradient;
    }
}
