using System.Numerics;
using NetGen.Weights;

namespace NetGen.Reference;

/// <summary>
/// Checks a generated network's gradients on a batch against the reference engine's tape and against central differences, with the
/// network's own parameters. The network's parameters and statistics are unchanged afterwards.
/// </summary>
/// <remarks>
/// In double, central differences are of the trainer's own forward pass and loss; in float, which is too coarse for them, of the
/// reference engine's. Errors are relative: the norm of the difference over the sum of the norms.
/// </remarks>
public static class GradientCheck
{
    /// <summary>Checks a network whose targets are values.</summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="network">The network, with the parameters it has.</param>
    /// <param name="inputs">Samples one after another, [samples, inputs].</param>
    /// <param name="targets">What the outputs should be, [samples, outputs].</param>
    /// <param name="entriesPerTensor">Of a larger tensor, central differences are taken of as many entries as this, evenly spread.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or the network's loss takes labels.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="entriesPerTensor"/> is below 1.</exception>
    public static GradientReport Run<T>(INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int entriesPerTensor = 256)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        var trainer = CreateTrainer(network, inputs.Length) as ValueTrainer<T>
            ?? throw new ArgumentException($"{network.Description.Name} takes labels as targets, not values.", nameof(targets));
        var (batch, expected) = (inputs.ToArray(), targets.ToArray());
        T Run()
        {
            trainer.Forward(batch);
            return trainer.Loss(expected);
        }

        return CompareAndRestore(network, trainer, Run, batch, ToDouble(expected), entriesPerTensor);
    }

    /// <summary>Checks a network whose targets are labels.</summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="network">The network, with the parameters it has.</param>
    /// <param name="inputs">Samples one after another, [samples, inputs].</param>
    /// <param name="labels">The index of the right class of each sample.</param>
    /// <param name="entriesPerTensor">Of a larger tensor, central differences are taken of as many entries as this, evenly spread.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or the network's loss takes values.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="entriesPerTensor"/> is below 1.</exception>
    public static GradientReport Run<T>(INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, int entriesPerTensor = 256)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        var trainer = CreateTrainer(network, inputs.Length) as LabelTrainer<T>
            ?? throw new ArgumentException($"{network.Description.Name} takes values as targets, not labels.", nameof(labels));
        var (batch, expected) = (inputs.ToArray(), labels.ToArray());
        T Run()
        {
            trainer.Forward(batch);
            return trainer.Loss(expected);
        }

        return CompareAndRestore(network, trainer, Run, batch, expected, entriesPerTensor);
    }

    private static Trainer<T> CreateTrainer<T>(INetwork<T> network, int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        network.CreateTrainer(Math.Max(1, length / network.Description.InputSize));

    private static GradientReport CompareAndRestore<T>(
        INetwork<T> network, Trainer<T> trainer, Func<T> run, T[] batch, Targets targets, int entriesPerTensor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(entriesPerTensor, 1);
        var before = network.Parameters.CreateSimilar();
        before.CopyFrom(network.Parameters);
        try
        {
            return Compare(network, trainer, run, batch, targets, entriesPerTensor, before);
        }
        finally
        {
            network.Parameters.CopyFrom(before);
        }
    }

    private static GradientReport Compare<T>(
        INetwork<T> network, Trainer<T> trainer, Func<T> run, T[] batch, Targets targets, int entriesPerTensor, TensorStore<T> before)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T loss = run();
        trainer.Backward();
        double[] inputs = ToDouble(batch);
        var reference = new ReferenceNetwork(network.Description);
        reference.CopyFrom(before);
        double referenceLoss = reference.Backward(inputs, targets);
        bool isDouble = network.Description.Precision == Precision.Double;
        Objective objective = isDouble ? new TrainerObjective<T>(network, trainer, run) : new ReferenceObjective(reference, inputs, targets);
        var differences = NumericalGradients.Compute(objective, entriesPerTensor);
        var judge = new GradientJudge(
            isDouble ? GradientTolerances.Double : GradientTolerances.Single,
            objective.Tensors.SelectMany(tensor => reference.Gradients[tensor.Name]).Select(Math.Abs).DefaultIfEmpty().Max(),
            reference.Objective(inputs, targets));
        return new GradientReport
        {
            Network = network.Description.Name,
            GeneratedLoss = double.CreateChecked(loss),
            ReferenceLoss = referenceLoss,
            Tolerances = judge.Tolerances,
            DifferencesAreOfGenerated = isDouble,
            Tensors = [.. objective.Tensors.Select(tensor => judge.Judge(
                tensor,
                ToDouble(trainer.Gradients.ToArray(tensor.Name)),
                reference.Gradients[tensor.Name],
                differences[tensor.Name]))],
        };
    }

    private static double[] ToDouble<T>(T[] elements)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Array.ConvertAll(elements, double.CreateChecked);
}
