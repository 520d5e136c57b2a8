using System.Numerics;

namespace NetGen.Reference;

/// <summary>
/// What training makes small, as a function of all learned parameters in one row: the mean loss of a fixed batch, and the penalties.
/// What trains without derivatives sees a network as this and nothing more.
/// </summary>
/// <remarks>An objective belongs to one thread; <see cref="Clone"/> gives another thread its own.</remarks>
public abstract class Objective
{
    private readonly Penalty? penalty;

    /// <param name="description">The network.</param>
    /// <param name="penalty">What is added to <see cref="Value"/>; null where that has the penalties already.</param>
    private protected Objective(NetworkDescription description, Penalty? penalty)
    {
        Description = description;
        Tensors = [.. Learned(description)];
        Length = Tensors.Sum(tensor => tensor.Length);
        this.penalty = penalty;
    }

    /// <summary>The network.</summary>
    public NetworkDescription Description { get; }

    /// <summary>The tensors that are learned, in the order in which they stand in the row, each row-major.</summary>
    public IReadOnlyList<TensorDescription> Tensors { get; }

    /// <summary>The number of learned parameters.</summary>
    public int Length { get; }

    /// <summary>A network computed by the reference engine, as in training.</summary>
    /// <param name="network">The network, whose parameters are where a search begins. It is left as it is.</param>
    /// <param name="data">The batch.</param>
    /// <exception cref="ArgumentException">The batch does not fit the network.</exception>
    public static Objective OfReference(ReferenceNetwork network, Dataset<double> data)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        return new ReferenceObjective(network, data.Inputs.ToArray(), Targets.Of(data));
    }

    /// <summary>A generated network, computed by its <see cref="INetwork{T}.PredictMany"/>. After construction an evaluation allocates nothing.</summary>
    /// <typeparam name="T">The network's element type. In float, an objective is no smoother than its rounding: about 1e-7.</typeparam>
    /// <param name="create">Creates the network; the first one's parameters are where a search begins, and each clone gets one of its own, so that every call must give a new one.</param>
    /// <param name="data">The batch.</param>
    /// <exception cref="ArgumentException">The batch does not fit the network.</exception>
    public static Objective OfPrediction<T>(Func<INetwork<T>> create, Dataset<T> data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(data);
        return new PredictionObjective<T>(create, data);
    }

    /// <summary>The parameters that the network has now, [<see cref="Length"/>]; before any evaluation, where a search begins.</summary>
    public double[] ReadParameters()
    {
        double[] parameters = new double[Length];
        int start = 0;
        foreach (var tensor in Tensors)
        {
            Read(tensor.Name, parameters.AsSpan(start, tensor.Length));
            start += tensor.Length;
        }

        return parameters;
    }

    /// <summary>The objective of some parameters; they are the network's from then on.</summary>
    /// <param name="parameters">[<see cref="Length"/>].</param>
    /// <exception cref="ArgumentException">Their number differs.</exception>
    public double Evaluate(ReadOnlySpan<double> parameters)
    {
        if (parameters.Length != Length)
        {
            throw new ArgumentException($"Expected {Length} parameters of {Description.Name}, but got {parameters.Length}.", nameof(parameters));
        }

        double penalties = 0;
        int start = 0;
        for (int i = 0; i < Tensors.Count; i++)
        {
            var tensor = Tensors[i];
            var elements = parameters.Slice(start, tensor.Length);
            Write(tensor.Name, elements);
            penalties += tensor.Regularized ? penalty?.Value(elements) ?? 0 : 0;
            start += tensor.Length;
        }

        return Value() + penalties;
    }

    /// <summary>The same objective of the same batch with memory of its own.</summary>
    /// <exception cref="InvalidOperationException">What creates the networks gave one that another of these objectives has.</exception>
    public abstract Objective Clone();

    /// <summary>The tensors of a network that are learned.</summary>
    internal static IEnumerable<TensorDescription> Learned(NetworkDescription description) => description.Tensors.Where(tensor => tensor.Learned);

    /// <summary>Reads one tensor of the network.</summary>
    private protected abstract void Read(string tensor, Span<double> elements);

    /// <summary>Writes one tensor of the network.</summary>
    private protected abstract void Write(string tensor, ReadOnlySpan<double> elements);

    /// <summary>The mean loss of the batch.</summary>
    private protected abstract double Value();
}
