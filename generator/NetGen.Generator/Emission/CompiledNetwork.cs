using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Binding;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Lowering;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>A network with everything that its emission needs: program, plans, storage, names of kernels.</summary>
internal sealed class CompiledNetwork
{
    public CompiledNetwork(Network network)
    {
        Network = network;
        Element = ElementType.Of(network.Precision);
        Program = NetworkLowering.Lower(network);
        Differentiator.Differentiate(Program);
        PredictionProgram = NetworkLowering.LowerPrediction(network, Program);
        Context = new KernelContext(Program, PredictionProgram, Element);
        IsStraightLine = CostModel.IsStraightLine(Program);
        Prediction = Planner.ForPrediction(PredictionProgram);
        IsDivided = !IsStraightLine && CostModel.IsDivided(Program);
        Training = Planner.ForTraining(Program, IsDivided);
        Evaluation = network.HasModes ? Planner.ForEvaluation(PredictionProgram, Prediction, Program, Training, IsDivided) : null;
        Shapes = Program.Saved.ToDictionary(tensor => tensor, tensor => network.Parameters.First(parameter => parameter.Name == tensor.Name));
        Parameters = new ParameterLayout(Program, Shapes, IsStraightLine);
        Update = UpdatePlan.Create(network);
        UpdatesByParameter = IsStraightLine && CostModel.UpdatesByParameter(Program, Update.Rule.Assignments.Select(each => each.Value));
    }

    public Network Network { get; }

    public ElementType Element { get; }

    public TensorProgram Program { get; }

    /// <summary>The forward pass of prediction: the program's own, or another of the same parameters.</summary>
    public TensorProgram PredictionProgram { get; }

    public KernelContext Context { get; }

    public bool IsStraightLine { get; }

    /// <summary>Whether the update is straight-line code too.</summary>
    public bool UpdatesByParameter { get; }

    /// <summary>Whether a step of one sample is one method, whose gradients serve the update before they are in memory.</summary>
    public bool JoinsUpdate => UpdatesByParameter && Update.JoinsGradients;

    /// <summary>Whether several threads may share a training step.</summary>
    public bool IsDivided { get; }

    public Plan Prediction { get; }

    public TrainingPlan Training { get; }

    /// <summary>What a trainer evaluates by; null where that is its forward pass.</summary>
    public Plan? Evaluation { get; }

    /// <summary>The elements of each sample that predicting takes, a padded copy of its inputs included where there is one.</summary>
    public int PredictionPerSample => Prediction.Memory.PerSample + (Context.InputIsPacked ? 0 : Context.SizeOf(Program.Input));

    public IReadOnlyDictionary<Tensor, ParameterTensor> Shapes { get; }

    public ParameterLayout Parameters { get; }

    public UpdatePlan Update { get; }

    public int ParameterCount => Program.Parameters.Sum(parameter => parameter.Size);
}
