using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Programs;

/// <summary>A network as tensor operations in order.</summary>
internal sealed class TensorProgram(Tensor input, Tensor target)
{
    /// <summary>The samples.</summary>
    public Tensor Input { get; } = input;

    /// <summary>What the loss compares the output with: values of the output's shape, or a label for each sample.</summary>
    public Tensor Target { get; } = target;

    /// <summary>What each sample's loss counts for; null where the loss takes values.</summary>
    public Tensor? SampleWeights { get; init; }

    /// <summary>The last layer's output.</summary>
    public Tensor Output { get; set; } = input;

    /// <summary>The sum over the batch of what the loss averages.</summary>
    public Tensor LossSum { get; } = Space.Scalar("lossSum");

    /// <summary>What the loss sum is multiplied with: one over the number of things averaged.</summary>
    public Tensor LossScale { get; } = new("lossScale", TensorKind.Argument, false, 1, 1);

    /// <summary>The number of samples of the batch.</summary>
    public Tensor SampleCount { get; } = new("sampleCount", TensorKind.Argument, false, 1, 1);

    /// <summary>How many things of each sample the loss averages over.</summary>
    public int LossCount { get; set; } = 1;

    /// <summary>The parameters in order of their layers.</summary>
    public List<Tensor> Parameters { get; private init; } = [];

    /// <summary>What is stored beside the parameters, but not learned.</summary>
    public List<Tensor> Buffers { get; private init; } = [];

    /// <summary>The keys of random numbers: the place of the layer that draws, and which of its draws.</summary>
    public Dictionary<Tensor, (int Layer, int Draw)> Keys { get; } = [];

    /// <summary>The gradient of each parameter.</summary>
    public Dictionary<Tensor, Tensor> Gradients { get; } = [];

    /// <summary>From input to output.</summary>
    public List<Operation> Forward { get; } = [];

    /// <summary>From output and target to the loss, and back to the gradient of the output.</summary>
    public List<Operation> Loss { get; } = [];

    /// <summary>From the gradient of the output to those of the parameters.</summary>
    public List<Operation> Backward { get; } = [];

    /// <summary>Parameters and buffers: what is saved with the network.</summary>
    public IEnumerable<Tensor> Saved => Parameters.Concat(Buffers);

    /// <summary>Whether a tensor has its place outside of the program's own memory.</summary>
    public bool IsOutside(Tensor tensor) =>
        tensor == Input || tensor == Target || tensor == SampleWeights || tensor.Kind is TensorKind.Argument or TensorKind.Key || Parameters.Contains(tensor) || Buffers.Contains(tensor);

    /// <summary>An empty program of the same input, target, parameters and buffers.</summary>
    public TensorProgram CreateSimilar() => new(Input, Target) { Parameters = Parameters, Buffers = Buffers };
}
