using NetGen.Kernels;
using NetGen.Threading;

namespace NetGen;

/// <summary>Prediction by several threads.</summary>
public static class ParallelPrediction
{
    /// <summary>
    /// Computes the last layer's outputs as they are for any number of samples, on the calling thread and others of the pool. The bits
    /// are those of one thread. After a thread's first call nothing is allocated.
    /// </summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="network">What predicts.</param>
    /// <param name="inputs">Samples one after another, [samples, inputs].</param>
    /// <param name="outputs">Takes the outputs, [samples, outputs].</param>
    /// <param name="threads">
    /// The most threads, the calling one included; at least 1. Not more are used than there are processors and work for.
    /// </param>
    /// <exception cref="ArgumentException">The lengths do not fit the network or each other.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public static void PredictMany<T>(this INetwork<T> network, ReadOnlySpan<T> inputs, Span<T> outputs, int threads)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var description = network.Description;
        int samples = PredictionCheck.Many(inputs.Length, description.InputSize, outputs.Length, description.OutputSize);
        int members = Math.Min(threads, Environment.ProcessorCount);
        var blocks = PredictionBlocks.Of(samples, members, network.Parameters.Buffer.Length, description.InputSize, description.OutputSize);
        members = Math.Min(members, blocks.Count);
        if (members < 2)
        {
            network.PredictMany(inputs, outputs);
        }
        else
        {
            PredictionJob<T>.Predict(network, inputs, outputs, blocks, members);
        }
    }
}
