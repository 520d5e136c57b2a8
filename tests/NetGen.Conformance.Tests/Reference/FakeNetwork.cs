using System.Numerics;
using System.Runtime.InteropServices;
using NetGen.Reference;
using NetGen.Weights;

namespace NetGen.Conformance.Tests.Reference;

/// <summary>
/// What a generator would write, for tests of the gradient check alone: it computes by the reference engine in
/// <typeparamref name="T"/>, and can be told to make a mistake in its gradients.
/// </summary>
public sealed class FakeNetwork<T> : INetwork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Func<string, int, double, double> mistake;

    public FakeNetwork(NetworkSpec spec, Func<string, int, double, double>? mistake = null)
    {
        this.mistake = mistake ?? ((_, _, gradient) => gradient);
        Description = spec.Describe(typeof(T) == typeof(double) ? Precision.Double : Precision.Single);
        int offset = 0;
        var layouts = new List<TensorLayout>();
        var initial = Samples.Build(spec);
        foreach (var tensor in Description.Tensors.OrderBy(tensor => !tensor.Learned)) // gradients are of the first ones
        {
            int[] strides = tensor.Shape.Count == 2 ? [tensor.Shape[1], 1] : [1];
            layouts.Add(new TensorLayout(tensor, offset, strides));
            offset += tensor.Length;
        }

        Parameters = new TensorStore<T>(offset, [.. layouts]);
        foreach (var (name, elements) in initial.Parameters)
        {
            Parameters.Write(name, Array.ConvertAll(elements, T.CreateChecked));
        }
    }

    /// <summary>Another mistake: what the loss is multiplied by, but not its gradients.</summary>
    public double LossFactor { get; init; } = 1;

    public NetworkDescription Description { get; }

    public TensorStore<T> Parameters { get; }

    public void Predict(ReadOnlySpan<T> input, Span<T> outputs) => PredictMany(input, outputs);

    public void PredictMany(ReadOnlySpan<T> inputs, Span<T> outputs) => throw new NotSupportedException();

    public Trainer<T> CreateTrainer(int batchSize, int threads = 1) =>
        Description.Loss.Op == "CrossEntropy" ? new Labels(this, batchSize) : new Values(this, batchSize);

    private TrainerShape Shape(int targets) =>
        new(Description.InputSize, Description.InputSize, Description.InputSize, Description.OutputSize, 1, targets, targets);

    private ReferenceNetwork Reference()
    {
        var reference = new ReferenceNetwork(Description);
        reference.CopyFrom(Parameters);
        return reference;
    }

    private T Loss(ref T inputs, int samples, Targets targets) => T.CreateChecked(LossFactor * Reference().Loss(Inputs(ref inputs, samples), targets));

    private void Backward(ref T inputs, int samples, Targets targets, TensorStore<T> gradients)
    {
        var reference = Reference();
        reference.Backward(Inputs(ref inputs, samples), targets);
        foreach (var (name, gradient) in reference.Gradients)
        {
            gradients.Write(name, [.. gradient.Select((g, index) => T.CreateChecked(mistake(name, index, g)))]);
        }
    }

    private double[] Inputs(ref T first, int samples) =>
        ToDouble(MemoryMarshal.CreateReadOnlySpan(ref first, samples * Description.InputSize));

    private static double[] ToDouble(ReadOnlySpan<T> elements) => Array.ConvertAll(elements.ToArray(), double.CreateChecked);

    private sealed class Values(FakeNetwork<T> network, int batchSize)
        : ValueTrainer<T>(network.Shape(network.Description.OutputSize), network.Parameters, batchSize, 0.1)
    {
        private T[] kept = [];

        protected override NetworkDescription Description => network.Description;

        protected override void ForwardCore(ref T inputs) =>
            kept = MemoryMarshal.CreateReadOnlySpan(ref inputs, Samples * network.Description.InputSize).ToArray();

        protected override T LossCore() => network.Loss(ref kept[0], Samples, Expected());

        protected override void BackwardCore(ref T inputs) => network.Backward(ref inputs, Samples, Expected(), Gradients);

        protected override void UpdateCore() => throw new NotSupportedException();

        protected override void ReadOutputsCore(Span<T> destination) => throw new NotSupportedException();

        private double[] Expected() => ToDouble(Targets.Span[..(Samples * network.Description.OutputSize)]);
    }

    private sealed class Labels(FakeNetwork<T> network, int batchSize)
        : LabelTrainer<T>(network.Shape(1), network.Parameters, batchSize, 0.1)
    {
        private T[] kept = [];

        protected override NetworkDescription Description => network.Description;

        protected override void ForwardCore(ref T inputs) =>
            kept = MemoryMarshal.CreateReadOnlySpan(ref inputs, Samples * network.Description.InputSize).ToArray();

        protected override T LossCore() => network.Loss(ref kept[0], Samples, Expected());

        protected override void BackwardCore(ref T inputs) => network.Backward(ref inputs, Samples, Expected(), Gradients);

        protected override void UpdateCore() => throw new NotSupportedException();

        protected override void ReadOutputsCore(Span<T> destination) => throw new NotSupportedException();

        private int[] Expected() => Array.ConvertAll(Targets.Span[..Samples].ToArray(), int.CreateChecked);
    }
}
