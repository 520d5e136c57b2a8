using System.Numerics;
using NetGen.Conformance.Tests.Golden;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>A generated network, driven as any other.</summary>
public sealed class GeneratedSubject<T>(INetwork<T> network, int batchSize) : IGoldenSubject
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Trainer<T> trainer = network.CreateTrainer(batchSize);
    private readonly PredictSample predict = network.GetType().GetMethod("Predict", [typeof(ReadOnlySpan<T>), typeof(Span<T>)])!
        .CreateDelegate<PredictSample>(network);

    private delegate void PredictSample(ReadOnlySpan<T> input, Span<T> outputs);

    public Precision Precision => network.Description.Precision;

    public IReadOnlyList<TensorDescription> Parameters => [.. network.Description.Tensors.Where(tensor => tensor.Learned)];

    /// <summary>Lets a watch see every step.</summary>
    public void BeWatched(NetworkWatch watch) => watch.Attach(network, trainer);

    public void Write(string tensor, double[] elements) => network.Parameters.Write(tensor, Narrow(elements));

    public double[] Read(string tensor) => Widen(network.Parameters.ToArray(tensor));

    public double[] ReadGradient(string tensor) => Widen(trainer.Gradients.ToArray(tensor));

    public double Backward(double[] inputs, double[] targets)
    {
        trainer.Forward(Narrow(inputs));
        T loss = trainer is LabelTrainer<T> labels ? labels.Loss(Labels(targets)) : ((ValueTrainer<T>)trainer).Loss(Narrow(targets));
        trainer.Backward();
        return double.CreateChecked(loss);
    }

    public void Update(double learningRate)
    {
        trainer.LearningRate = learningRate;
        trainer.Update();
    }

    public double Step(double[] inputs, double[] targets, double learningRate)
    {
        trainer.LearningRate = learningRate;
        return double.CreateChecked(trainer is LabelTrainer<T> labels
            ? labels.Step(Narrow(inputs), Labels(targets))
            : ((ValueTrainer<T>)trainer).Step(Narrow(inputs), Narrow(targets)));
    }

    public double[] Predict(double[] inputs)
    {
        var outputs = new T[inputs.Length / network.Description.InputSize * network.Description.OutputSize];
        network.PredictMany(Narrow(inputs), outputs);
        return Widen(outputs);
    }

    /// <summary>The outputs of one sample, by the method for one.</summary>
    public double[] PredictOne(double[] input)
    {
        var outputs = new T[network.Description.OutputSize];
        predict(Narrow(input), outputs);
        return Widen(outputs);
    }

    /// <summary>The outputs of the last forward pass.</summary>
    public double[] ReadOutputs(int samples)
    {
        var outputs = new T[samples * network.Description.OutputSize];
        trainer.ReadOutputs(outputs);
        return Widen(outputs);
    }

    /// <summary>The loss of samples from which nothing is learned.</summary>
    public double Evaluate(double[] inputs, double[] targets) => double.CreateChecked(trainer is LabelTrainer<T> labels
        ? labels.Evaluate(Narrow(inputs), Labels(targets))
        : ((ValueTrainer<T>)trainer).Evaluate(Narrow(inputs), Narrow(targets)));

    private static int[] Labels(double[] targets) => Array.ConvertAll(targets, target => (int)target);

    private static T[] Narrow(double[] values) => Array.ConvertAll(values, T.CreateTruncating);

    private static double[] Widen(T[] values) => Array.ConvertAll(values, double.CreateChecked);
}
