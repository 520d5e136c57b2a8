using System.Numerics;
using NetGen.Weights;

namespace NetGen.Reference;

/// <summary>
/// Checks a generated network's gradients on a batch against the reference engine's tape and against central differences of
/// the reference engine's loss, with the network's own parameters. The network's parameters and statistics are unchanged afterwards.
/// </summary>
public static class GradientCheck
{
    /// <summary>Checks a network whose targets are values.</summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="network">The network, with the parameters it has.</param>
    /// <param name="inputs">Samples one after another, [samples, inputs].</param>
    /// <param name="targets">What the outputs should be, [samples, outputs].</param>
    /// <param name="entriesPerTensor">Of a larger tensor, central differences are taken of as many entries as this, evenly spread.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or the network's loss takes labels.</exception>
    public static GradientReport Run<T>(INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int entriesPerTensor = 256)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        var trainer = CreateTrainer(network, inputs.Length) as ValueTrainer<T>
            ?? throw new ArgumentException($"{network.Description.Name} takes labels as targets, not values.", nameof(targets));
        var before = Copy(network);
        trainer.Forward(inputs);
        T loss = trainer.Loss(targets);
        trainer.Backward();
        network.Parameters.CopyFrom(before);
        return Compare(network, trainer, loss, ToDouble(inputs), ToDouble(targets), entriesPerTensor);
    }

    /// <summary>Checks a network whose targets are labels.</summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="network">The network, with the parameters it has.</param>
    /// <param name="inputs">Samples one after another, [samples, inputs].</param>
    /// <param name="labels">The index of the right class of each sample.</param>
    /// <param name="entriesPerTensor">Of a larger tensor, central differences are taken of as many entries as this, evenly spread.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or the network's loss takes values.</exception>
    public static GradientReport Run<T>(INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, int entriesPerTensor = 256)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        var trainer = CreateTrainer(network, inputs.Length) as LabelTrainer<T>
            ?? throw new ArgumentException($"{network.Description.Name} takes values as targets, not labels.", nameof(labels));
        var before = Copy(network);
        trainer.Forward(inputs);
        T loss = trainer.Loss(labels);
        trainer.Backward();
        network.Parameters.CopyFrom(before);
        return Compare(network, trainer, loss, ToDouble(inputs), labels.ToArray(), entriesPerTensor);
    }

    private static Trainer<T> CreateTrainer<T>(INetwork<T> network, int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        network.CreateTrainer(Math.Max(1, length / network.Description.InputSize));

    // A forward pass of training moves running statistics.
    private static TensorStore<T> Copy<T>(INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var copy = network.Parameters.CreateSimilar();
        copy.CopyFrom(network.Parameters);
        return copy;
    }

    private static GradientReport Compare<T>(
        INetwork<T> network, Trainer<T> trainer, T loss, double[] inputs, Targets targets, int entriesPerTensor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var reference = new ReferenceNetwork(network.Description);
        reference.CopyFrom(network.Parameters);
        double referenceLoss = reference.Backward(inputs, targets);
        var differences = NumericalGradients.Compute(reference, inputs, targets, entriesPerTensor);
        var judge = new GradientJudge(
            network.Description.Precision == Precision.Double ? GradientTolerances.Double : GradientTolerances.Single,
            reference.Gradients.Values.SelectMany(gradient => gradient).Select(Math.Abs).DefaultIfEmpty().Max(),
            reference.Objective(inputs, targets));
        return new GradientReport
        {
            Network = network.Description.Name,
            GeneratedLoss = double.CreateChecked(loss),
            ReferenceLoss = referenceLoss,
            Tolerances = judge.Tolerances,
            Tensors = [.. network.Description.Tensors.Where(tensor => tensor.Learned).Select(tensor => judge.Judge(
                tensor,
                ToDouble<T>(trainer.Gradients.ToArray(tensor.Name)),
                reference.Gradients[tensor.Name],
                differences[tensor.Name]))],
        };
    }

    private static double[] ToDouble<T>(ReadOnlySpan<T> elements)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Array.ConvertAll(elements.ToArray(), double.CreateChecked);
}
