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
        Context = new KernelContext(Program, Element);
        IsStraightLine = CostModel.IsStraightLine(Program);
        Prediction = Planner.ForPrediction(Program);
        IsDivided = !IsStraightLine && CostModel.IsDivided(Program);
        Training = Planner.ForTraining(Program, IsDivided);
        Shapes = Program.Parameters.ToDictionary(tensor => tensor, tensor => network.Parameters.First(parameter => parameter.Name == tensor.Name));
        Parameters = new ParameterLayout(Program, Shapes, IsStraightLine);
        Update = UpdatePlan.Create(network);
    }

    public Network Network { get; }

    public ElementType Element { get; }

    public TensorProgram Program { get; }

    public KernelContext Context { get; }

    public bool IsStraightLine { get; }

    /// <summary>Whether several threads may share a training step.</summary>
    public bool IsDivided { get; }

    public Plan Prediction { get; }

    public TrainingPlan Training { get; }

    public IReadOnlyDictionary<Tensor, ParameterTensor> Shapes { get; }

    public ParameterLayout Parameters { get; }

    public UpdatePlan Update { get; }

    public int ParameterCount => Program.Parameters.Sum(parameter => parameter.Size);
}
