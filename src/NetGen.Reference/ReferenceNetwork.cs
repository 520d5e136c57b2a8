using NetGen.Weights;

namespace NetGen.Reference;

/// <summary>
/// A network computed from its description alone, in double, by textbook loops and a tape. It is slow and plain on purpose:
/// what generated code computes is checked against it.
/// </summary>
public sealed class ReferenceNetwork
{
    private readonly Dictionary<string, Tensor> tensors;
    private readonly Dictionary<string, Optimizer> optimizers;
    private readonly Graph graph;
    private readonly Loss loss;
    private readonly Penalty penalty;
    private readonly Clipping clipping;

    /// <summary>Builds the network. All parameters are zero until they are written, copied or initialised.</summary>
    /// <param name="description">The network.</param>
    /// <exception cref="NotSupportedException">It has a layer, a loss or an optimizer that this engine does not know.</exception>
    /// <exception cref="ArgumentException">It contradicts itself: a shape or a name does not fit.</exception>
    public ReferenceNetwork(NetworkDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        Description = description;
        tensors = description.Tensors.ToDictionary(tensor => tensor.Name, tensor => new Tensor(tensor.Shape));
        var learned = description.Tensors.Where(tensor => tensor.Learned).ToArray();
        optimizers = learned.ToDictionary(tensor => tensor.Name, tensor => OptimizerKinds.Create(description.Optimizer, tensor.Length));
        graph = new Graph(description, tensors);
        loss = LossKinds.Create(description.Loss);
        penalty = Penalty.Of(description, [.. description.Tensors.Where(tensor => tensor.Regularized).Select(tensor => tensors[tensor.Name])]);
        clipping = Clipping.Of(description);
        LearningRate = description.Optimizer.Number("learningRate");
        Parameters = tensors.ToDictionary(t => t.Key, t => t.Value.Data);
        Gradients = learned.ToDictionary(tensor => tensor.Name, tensor => tensors[tensor.Name].Gradient);
        graph.Forward(new Tape(Pass.Prediction), new double[description.InputSize]); // one sample shows whether all shapes fit
    }

    /// <summary>The layers that this engine knows.</summary>
    public static IReadOnlyCollection<string> KnownLayers { get; } = [.. LayerKinds.Names];

    /// <summary>The losses that this engine knows.</summary>
    public static IReadOnlyCollection<string> KnownLosses { get; } = [.. LossKinds.Names];

    /// <summary>The optimizers that this engine knows.</summary>
    public static IReadOnlyCollection<string> KnownOptimizers { get; } = [.. OptimizerKinds.Names];

    /// <summary>What was built.</summary>
    public NetworkDescription Description { get; }

    /// <summary>The tensors by name, learned or not, in PyTorch's row-major layout. The arrays are the network's own: writing to them changes it.</summary>
    public IReadOnlyDictionary<string, double[]> Parameters { get; }

    /// <summary>
    /// The gradients of the last <see cref="Backward"/> by name: of the mean loss and the penalties, before clipping. Tensors that are
    /// not learned have none.
    /// </summary>
    public IReadOnlyDictionary<string, double[]> Gradients { get; }

    /// <summary>The L2 norm of all <see cref="Gradients"/> together.</summary>
    public double GradientNorm => Math.Sqrt(Gradients.Values.Sum(gradient => gradient.Sum(g => g * g)));

    /// <summary>The learning rate of the next update; at first the optimizer's.</summary>
    public double LearningRate { get; set; }

    /// <summary>What dropout and noise are drawn from, as <see cref="Trainer{T}.NoiseSeed"/>.</summary>
    public long NoiseSeed { get; set; }

    /// <summary>The number of training passes so far, each a <see cref="Backward"/>.</summary>
    public long PassCount { get; set; }

    /// <summary>The outputs of the last <see cref="Backward"/>, [samples, outputs]: those of training, with noise.</summary>
    public IReadOnlyList<double> Outputs { get; private set; } = [];

    /// <summary>Fills the parameters as the description says.</summary>
    /// <param name="seed">The same seed gives the same parameters; they are not those that generated code gives.</param>
    public void Initialize(int seed)
    {
        var random = new Random(seed);
        foreach (var tensor in Description.Tensors)
        {
            Initialization.Fill(tensor, Parameters[tensor.Name], random);
        }
    }

    /// <summary>Copies the parameters of a generated network.</summary>
    /// <typeparam name="T">Its element type.</typeparam>
    /// <param name="source">Tensors of the same names and shapes.</param>
    /// <exception cref="ArgumentException">A tensor is missing or has another length; nothing has changed.</exception>
    public void CopyFrom<T>(TensorStore<T> source)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(source);
        Write([.. Parameters.Keys.Select(name => (name, Array.ConvertAll(source.ToArray(name), double.CreateChecked)))]);
    }

    /// <summary>Writes some of the parameters.</summary>
    /// <exception cref="ArgumentException">There is no tensor of a name, or it has another length; nothing has changed.</exception>
    internal void Write(IReadOnlyList<(string Name, double[] Elements)> values)
    {
        foreach (var (name, elements) in values)
        {
            int length = tensors.TryGetValue(name, out var tensor)
                ? tensor.Length
                : throw new ArgumentException($"{Description.Name} has no tensor '{name}'; it has {string.Join(", ", tensors.Keys)}.");
            if (length != elements.Length)
            {
                throw new ArgumentException($"Expected {length} elements for '{name}' of {Description.Name}, but got {elements.Length}.");
            }
        }

        foreach (var (name, elements) in values)
        {
            elements.CopyTo(tensors[name].Data, 0);
        }
    }

    /// <summary>The last layer's outputs as they are, [samples, outputs]: logits, under a cross-entropy.</summary>
    /// <param name="inputs">Samples one after another, [samples, inputs].</param>
    /// <exception cref="ArgumentException">The length is not a whole number of samples.</exception>
    public double[] Predict(double[] inputs) => graph.Forward(new Tape(Pass.Prediction), inputs).Data;

    /// <summary>The mean loss of a batch as prediction sees it, without penalties.</summary>
    /// <param name="inputs">Samples one after another, [samples, inputs].</param>
    /// <param name="targets">What the outputs should be.</param>
    /// <exception cref="ArgumentException">The lengths do not fit the network or each other.</exception>
    public double Evaluate(double[] inputs, Targets targets) => Forward(new Tape(Pass.Prediction), inputs, targets).Loss.Data[0];

    /// <summary>The mean loss of a batch as training sees it, without penalties; noise is that of the last <see cref="Backward"/>.</summary>
    /// <param name="inputs">Samples one after another, [samples, inputs].</param>
    /// <param name="targets">What the outputs should be.</param>
    /// <exception cref="ArgumentException">The lengths do not fit the network or each other.</exception>
    public double Loss(double[] inputs, Targets targets) => Forward(new Tape(Again()), inputs, targets).Loss.Data[0];

    /// <summary>The mean loss of a batch as <see cref="Loss"/> has it, and the penalties: what training makes small, and what <see cref="Gradients"/> are of.</summary>
    /// <param name="inputs">Samples one after another, [samples, inputs].</param>
    /// <param name="targets">What the outputs should be.</param>
    /// <exception cref="ArgumentException">The lengths do not fit the network or each other.</exception>
    public double Objective(double[] inputs, Targets targets) => Forward(new Tape(Again()), inputs, targets).Objective.Data[0];

    /// <summary>Computes <see cref="Gradients"/>; running statistics follow the batch.</summary>
    /// <param name="inputs">Samples one after another, [samples, inputs].</param>
    /// <param name="targets">What the outputs should be.</param>
    /// <returns>The mean loss, without penalties.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit the network or each other.</exception>
    public double Backward(double[] inputs, Targets targets)
    {
        var tape = new Tape(new Pass(IsTraining: true, NoiseSeed, PassCount + 1));
        var (outputs, data, objective) = Forward(tape, inputs, targets);
        foreach (double[] gradient in Gradients.Values)
        {
            Array.Clear(gradient);
        }

        PassCount++;
        Outputs = outputs.Data;
        tape.Backward(objective);
        return data.Data[0];
    }

    /// <summary>Clips the gradients of the last <see cref="Backward"/> and lets the optimizer change the parameters.</summary>
    public void Update()
    {
        double norm = GradientNorm;
        foreach (var (name, optimizer) in optimizers)
        {
            optimizer.Update(Parameters[name], clipping.Apply(Gradients[name], norm), LearningRate);
        }
    }

    /// <summary>One training step: forward, loss, backward, clipping, update.</summary>
    /// <param name="inputs">Samples one after another, [samples, inputs].</param>
    /// <param name="targets">What the outputs should be.</param>
    /// <returns>The mean loss before the update, without penalties.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit the network or each other; nothing has changed.</exception>
    public double Step(double[] inputs, Targets targets)
    {
        double value = Backward(inputs, targets);
        Update();
        return value;
    }

    private (Tensor Outputs, Tensor Loss, Tensor Objective) Forward(Tape tape, double[] inputs, Targets targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var outputs = graph.Forward(tape, inputs);
        var data = loss.Forward(tape, outputs, targets);
        return (outputs, data, penalty.AddTo(tape, data));
    }

    private Pass Again() => new(IsTraining: true, NoiseSeed, PassCount);
}
