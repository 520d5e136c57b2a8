using System.Linq;
using System.Threading;
using NetGen.Generator.Binding;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Emission;
using NetGen.Generator.Lowering;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator;

/// <summary>A network with everything that its emission needs.</summary>
/// <param name="Network">What was declared.</param>
/// <param name="Program">Forward pass, loss and backward pass of training.</param>
/// <param name="PredictionProgram">The forward pass of prediction: the program's own, or another of the same parameters.</param>
/// <param name="Update">What follows the backward pass.</param>
/// <param name="Prediction">How predicting runs.</param>
/// <param name="Training">How training runs.</param>
/// <param name="Evaluation">What a trainer evaluates by; null where that is its forward pass.</param>
internal sealed record CompiledNetwork(
    Network Network,
    TensorProgram Program,
    TensorProgram PredictionProgram,
    UpdatePlan Update,
    Plan Prediction,
    TrainingPlan Training,
    Plan? Evaluation)
{
    public ElementType Element { get; } = ElementType.Of(Network.Precision);

    public KernelContext Context { get; } = new(Program, PredictionProgram, ElementType.Of(Network.Precision));

    public ParameterLayout Parameters { get; } = new(Program, Network.Parameters, isPacked: CostModel.IsStraightLine(Program));

    public bool IsStraightLine { get; } = CostModel.IsStraightLine(Program);

    /// <summary>Whether several threads may share a training step.</summary>
    public bool IsDivided { get; } = CostModel.IsDivided(Program);

    /// <summary>Whether the update is straight-line code too.</summary>
    public bool UpdatesByParameter { get; } =
        CostModel.IsStraightLine(Program) && CostModel.UpdatesByParameter(Program, Update.Rule.Assignments.Select(each => each.Value));

    /// <summary>Whether a step of one sample is one method, whose gradients serve the update before they are in memory.</summary>
    public bool JoinsUpdate => UpdatesByParameter && Update.JoinsGradients;

    /// <summary>The elements of each sample that predicting takes, a padded copy of its inputs included where there is one.</summary>
    public int PredictionPerSample => Prediction.Memory.PerSample + (Context.InputIsPacked ? 0 : Context.SizeOf(Program.Input));

    public int ParameterCount => Program.Parameters.Sum(parameter => parameter.Size);

    /// <summary>Runs the stages between binding and emission.</summary>
    public static CompiledNetwork Compile(Network network, CancellationToken cancellation)
    {
        var program = NetworkLowering.Lower(network);
        cancellation.ThrowIfCancellationRequested();
        var predictionProgram = NetworkLowering.LowerPrediction(network, program);
        cancellation.ThrowIfCancellationRequested();
        var update = UpdatePlan.Create(network);
        cancellation.ThrowIfCancellationRequested();
        Differentiator.Differentiate(program);
        cancellation.ThrowIfCancellationRequested();
        var prediction = Planner.ForPrediction(predictionProgram);
        cancellation.ThrowIfCancellationRequested();
        var training = Planner.ForTraining(program);
        cancellation.ThrowIfCancellationRequested();
        var evaluation = network.HasModes ? Planner.ForEvaluation(predictionProgram, prediction, program, training) : null;
        cancellation.ThrowIfCancellationRequested();
        return new CompiledNetwork(network, program, predictionProgram, update, prediction, training, evaluation);
    }
}
