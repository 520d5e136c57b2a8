using NetGen.Weights;

namespace NetGen;

/// <summary>What every generated network offers, for code that works on any of them.</summary>
/// <typeparam name="T">The element type of parameters, inputs and outputs.</typeparam>
public interface INetwork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The network as plain data.</summary>
    NetworkDescription Description { get; }

    /// <summary>The parameters by name.</summary>
    TensorStore<T> Parameters { get; }

    /// <summary>Computes the last layer's outputs as they are (logits, under a cross-entropy) for one sample.</summary>
    /// <param name="input">The sample, [inputs].</param>
    /// <param name="outputs">Takes the outputs, [outputs].</param>
    /// <exception cref="ArgumentException">A length differs.</exception>
    void Predict(ReadOnlySpan<T> input, Span<T> outputs);

    /// <summary>Computes the last layer's outputs as they are (logits, under a cross-entropy) for any number of samples.</summary>
    /// <param name="inputs">Samples one after another, [samples, inputs].</param>
    /// <param name="outputs">Takes the outputs, [samples, outputs].</param>
    /// <exception cref="ArgumentException">The lengths do not fit the network or each other.</exception>
    void PredictMany(ReadOnlySpan<T> inputs, Span<T> outputs);

    /// <summary>Creates what trains this network; all its memory is taken here.</summary>
    /// <param name="batchSize">The largest number of samples of one step, at least 1.</param>
    /// <param name="threads">
    /// The most threads that may share a step, the calling one included; at least 1. Not more are started than there are processors,
    /// and none where the network and the batch are too small to gain from it. The bits of every result are the same for any number.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="batchSize"/> or <paramref name="threads"/> is below 1, or a batch takes more memory than one buffer can hold.
    /// </exception>
    Trainer<T> CreateTrainer(int batchSize, int threads = 1);
}
