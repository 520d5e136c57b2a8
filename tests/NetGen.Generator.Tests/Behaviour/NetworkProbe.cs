using System.Numerics;

namespace NetGen.Generator.Tests.Behaviour;

/// <summary>A network of a case with data to call it on, for tests of every element type.</summary>
internal sealed class NetworkProbe<T>(ProbeCase probe, INetwork<T> network)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public INetwork<T> Network { get; } = network;

    /// <summary>The smallest batch that every layer can be trained on.</summary>
    public int LeastSamples => probe.HasModes ? 2 : 1;

    /// <summary>Samples that differ.</summary>
    public T[] Inputs(int samples) => [.. Enumerable.Range(0, samples * probe.Inputs).Select(i => T.CreateChecked(Math.Sin(0.7 * i)))];

    /// <summary>Targets of another kind than the network's labels or values cannot be asked for.</summary>
    public T[] Targets(int samples) => [.. Enumerable.Range(0, samples * probe.Outputs).Select(i => T.CreateChecked(0.5 + (0.4 * Math.Cos(i))))];

    public int[] Labels(int samples) => [.. Enumerable.Range(0, samples).Select(i => i % probe.Outputs)];

    public T[] PredictMany(T[] inputs)
    {
        var outputs = new T[inputs.Length / probe.Inputs * probe.Outputs];
        Network.PredictMany(inputs, outputs);
        return outputs;
    }

    public T Step(Trainer<T> trainer, int samples) => trainer is LabelTrainer<T> labels
        ? labels.Step(Inputs(samples), Labels(samples))
        : ((ValueTrainer<T>)trainer).Step(Inputs(samples), Targets(samples));

    public T Evaluate(Trainer<T> trainer, int samples) => trainer is LabelTrainer<T> labels
        ? labels.Evaluate(Inputs(samples), Labels(samples))
        : ((ValueTrainer<T>)trainer).Evaluate(Inputs(samples), Targets(samples));

    public T Loss(Trainer<T> trainer, int samples) => trainer is LabelTrainer<T> labels
        ? labels.Loss(Labels(samples))
        : ((ValueTrainer<T>)trainer).Loss(Targets(samples));

    /// <summary>What is learned, in order.</summary>
    public T[] Learned() => [.. Network.Parameters.Tensors.Where(tensor => tensor.Learned).SelectMany(tensor => Network.Parameters.ToArray(tensor.Name))];

    /// <summary>All tensors in order.</summary>
    public T[] Parameters() => [.. Network.Parameters.Tensors.SelectMany(tensor => Network.Parameters.ToArray(tensor.Name))];
}
