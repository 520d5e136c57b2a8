namespace NetGen.Conformance.Tests.Golden;

/// <summary>Where PyTorch itself is not accurate to double precision, so that its numbers cannot be asked of anyone.</summary>
public static class ProducerRounding
{
    /// <summary>
    /// The relative error of a case, to the largest element of each tensor. The backward pass of PyTorch's hard sigmoid
    /// multiplies by <c>1.0f / 6.0f</c> in float64 too, which is 3e-8 too large; <c>hard-sigmoid-exact</c> has it right. A bias
    /// before a batch normalization has a gradient of 0; Adam divides what rounding leaves of it by its own size, and so PyTorch
    /// moves such a bias by 1e-10, and with it the running mean; <c>batchnorm-no-bias</c> has none.
    /// </summary>
    public static double Of(GoldenCase golden)
    {
        bool isMadeByPyTorchsOwn = golden.Network.Name != "hard-sigmoid-exact";
        return isMadeByPyTorchsOwn && golden.Network.Layers.Any(layer => layer.Op == "HardSigmoid") ? 1e-7
            : golden.Network.Name == "batchnorm-adam" ? 1e-9
            : 0;
    }
}
