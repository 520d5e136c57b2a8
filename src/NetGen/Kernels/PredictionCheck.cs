using System.Diagnostics.CodeAnalysis;

namespace NetGen.Kernels;

/// <summary>Refuses inputs and outputs whose lengths do not fit a network.</summary>
public static class PredictionCheck
{
    /// <summary>Requires one sample and room for its outputs.</summary>
    /// <exception cref="ArgumentException">A length differs.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void One(int inputs, int inputSize, int outputs, int outputSize)
    {
        if (inputs != inputSize || outputs != outputSize)
        {
            ThrowOne(inputs, inputSize, outputs, outputSize);
        }
    }

    /// <summary>Requires one sample.</summary>
    /// <exception cref="ArgumentException">The length differs.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void One(int inputs, int inputSize) => One(inputs, inputSize, 0, 0);

    /// <summary>Requires whole samples and room for the outputs of each.</summary>
    /// <returns>The number of samples.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit the sizes or each other.</exception>
    public static int Many(int inputs, int inputSize, int outputs, int outputSize)
    {
        int samples = inputs / inputSize;
        if (samples * inputSize != inputs)
        {
            throw new ArgumentException($"Expected samples of {Counted.Of(inputSize, "input")}, a multiple of {Counted.Of(inputSize, "element")}, but got {inputs}.");
        }

        return (long)samples * outputSize == outputs
            ? samples
            : throw new ArgumentException(
                $"Expected room for {Counted.Of(samples, "sample")} of {Counted.Of(outputSize, "output")}, {Counted.Of((long)samples * outputSize, "element")}, but got {outputs}.");
    }

    [DoesNotReturn]
    private static void ThrowOne(int inputs, int inputSize, int outputs, int outputSize) =>
        throw new ArgumentException(inputs != inputSize
            ? $"Expected one sample of {Counted.Of(inputSize, "input")}, but got {inputs}."
            : $"Expected room for exactly {Counted.Of(outputSize, "output")}, but got {outputs}.");
}
