using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Weights;

namespace NetGen.Reference;

/// <summary>The objective of a generated network by its prediction: what training alone does, such as dropout, is left out.</summary>
internal sealed class PredictionObjective<T> : Objective
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Func<INetwork<T>> create;
    private readonly INetwork<T> network;
    private readonly ConditionalWeakTable<TensorStore<T>, INetwork<T>> taken;
    private readonly Dataset<T> data;
    private readonly ParameterCopy<T> parameters;
    private readonly Loss loss;
    private readonly Targets targets;
    private readonly T[] outputs;
    private readonly Tensor widened;

    public PredictionObjective(Func<INetwork<T>> create, Dataset<T> data)
        : this(create, create(), data, [])
    {
    }

    private PredictionObjective(
        Func<INetwork<T>> create, INetwork<T> network, Dataset<T> data, ConditionalWeakTable<TensorStore<T>, INetwork<T>> taken)
        : base(network.Description, Penalty.Of(network.Description))
    {
        if (!taken.TryAdd(network.Parameters, network))
        {
            throw new InvalidOperationException(
                $"Expected a new {Description.Name} for each clone of its objective, but got one whose parameters another has already.");
        }

        this.create = create;
        this.network = network;
        this.taken = taken;
        this.data = data;
        parameters = new ParameterCopy<T>(network.Parameters);
        loss = LossKinds.Create(Description.Loss);
        targets = Targets.Of(data);
        widened = new Tensor([data.Count, .. Description.OutputShape]);
        outputs = new T[widened.Length];
        Value(); // shows whether the batch fits
    }

    public override Objective Clone()
    {
        var clone = new PredictionObjective<T>(create, create(), data, taken);
        clone.network.Parameters.CopyFrom(network.Parameters); // with what is not learned
        return clone;
    }

    private protected override void Read(string tensor, Span<double> elements) => parameters.Read(tensor, elements);

    private protected override void Write(string tensor, ReadOnlySpan<double> elements) => parameters.Write(tensor, elements);

    private protected override double Value()
    {
        network.PredictMany(data.Inputs, outputs);
        for (int i = 0; i < outputs.Length; i++)
        {
            widened.Data[i] = double.CreateTruncating(outputs[i]);
        }

        return loss.Value(widened, targets);
    }
}
