using System.Collections.Generic;

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
    public Tensor LossSum { get; set; } = Space.Scalar("lossSum");

    /// <summary>What the loss sum is multiplied with: one over the number of things averaged.</summary>
    public Tensor LossScale { get; } = new("lossScale", TensorKind.Argument, false, 1, 1);

    /// <summary>How many things of each sample the loss averages over.</summary>
    public int LossCount { get; set; } = 1;

    /// <summary>The parameters in order of their layers.</summary>
    public List<Tensor> Parameters { get; } = [];

    /// <summary>The gradient of each parameter.</summary>
    public Dictionary<Tensor, Tensor> Gradients { get; } = [];

    /// <summary>From input to output.</summary>
    public List<Operation> Forward { get; } = [];

    /// <summary>From output and target to the loss, and back to the gradient of the output.</summary>
    public List<Operation> Loss { get; } = [];

    /// <summary>From the gradient of the output to those of the parameters.</summary>
    public List<Operation> Backward { get; } = [];
}
