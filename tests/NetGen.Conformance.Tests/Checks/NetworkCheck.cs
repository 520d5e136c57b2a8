using System.Numerics;
using NetGen.Conformance.Tests.Generated;
using NetGen.Reference;

namespace NetGen.Conformance.Tests.Checks;

/// <summary>
/// Holds one generated network to the reference engine. At every step both start from the same parameters, so that the errors of
/// one step do not hide those of the next; the optimizer's memories run on through all steps.
/// </summary>
internal sealed class NetworkCheck<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly NetworkCase drawn;
    private readonly INetwork<T> network;
    private readonly GeneratedSubject<T> parts;
    private readonly GeneratedSubject<T> whole;
    private readonly ReferenceNetwork reference;
    private readonly NetworkData data;
    private readonly Difference difference;

    private NetworkCheck(NetworkCase drawn, CompiledSpecs<T> compiled)
    {
        this.drawn = drawn;
        network = compiled.Create(drawn.Spec);
        parts = new GeneratedSubject<T>(network, drawn.Batch);
        whole = new GeneratedSubject<T>(compiled.Create(drawn.Spec), drawn.Batch);
        reference = new ReferenceNetwork(drawn.Spec.Describe());
        data = new NetworkData(drawn, reference.Description);
        difference = new Difference(Share(drawn));
    }

    private bool HasModes => drawn.Spec.Layers.Any(layer => layer.Op is "BatchNorm" or "Dropout" or "GaussianNoise");

    private static bool IsDouble => typeof(T) == typeof(double);

    /// <summary>Runs the check; a failure shows the seed, the declaration, and what differs.</summary>
    public static void Run(NetworkCase drawn, CompiledSpecs<T> compiled)
    {
        string source = $"{drawn}:\n{CompiledSpecs<T>.ToSource(drawn.Spec)}";
        try
        {
            new NetworkCheck<T>(drawn, compiled).Run().ShouldBeEmpty();
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{source}\n{exception.Message}", exception);
        }
    }

    private IReadOnlyList<string> Run()
    {
        CompareDescriptions();
        foreach (var tensor in reference.Description.Tensors)
        {
            double[] elements = data.Parameter(tensor, parts.Read(tensor.Name));
            parts.Write(tensor.Name, elements);
            whole.Write(tensor.Name, elements);
        }

        CompareGradientsToDifferences();
        int[] batches = [drawn.Batch, drawn.Batch, drawn.LastBatch, drawn.Batch];
        for (int step = 0; step < batches.Length; step++)
        {
            Train(step, batches[step]);
        }

        ComparePredictions();
        return difference.Found;
    }

    // The reference takes a user's derivative from values: to about 1e-11 where a function is smooth, and less near its bends.
    private static double Share(NetworkCase drawn) =>
        !IsDouble ? 2e-4 : drawn.Spec.Layers.Any(layer => layer.Method is not null) ? 1e-8 : 1e-10;

    private void CompareDescriptions()
    {
        var (ours, theirs) = (reference.Description, network.Description);
        theirs.Layers.Select(Text).ShouldBe(ours.Layers.Select(Text));
        new[] { theirs.Loss, theirs.Optimizer, theirs.Regularize, theirs.ClipGradients }.Select(Text)
            .ShouldBe(new[] { ours.Loss, ours.Optimizer, ours.Regularize, ours.ClipGradients }.Select(Text));
        theirs.Tensors.Select(Text).ShouldBe(ours.Tensors.Select(Text));
    }

    private static string Text(LayerDescription layer) =>
        $"{layer.Name}({string.Join(", ", layer.Inputs)}) [{string.Join(", ", layer.Shape)}] {Text((OperationDescription)layer)}";

    private static string Text(OperationDescription? operation) => operation is null
        ? "none"
        : $"{operation.Op} {string.Join(", ", operation.Arguments.Where(argument => argument.Name != "initScale").OrderBy(argument => argument.Name, StringComparer.Ordinal))}";

    private static string Text(TensorDescription tensor) => $"{tensor.Name} [{string.Join(", ", tensor.Shape)}] {tensor.Regularized} {tensor.Learned}";

    /// <summary>Generated code and the tape against central differences, on the smaller batch for speed.</summary>
    private void CompareGradientsToDifferences()
    {
        if (network is not INetwork<double> inDouble)
        {
            return;
        }

        double[] inputs = data.Inputs(drawn.LastBatch);
        double[] targets = data.Targets(drawn.LastBatch);
        var report = reference.Description.Loss.Op == "CrossEntropy"
            ? GradientCheck.Run(inDouble, inputs, Array.ConvertAll(targets, target => (int)target), entriesPerTensor: 4)
            : GradientCheck.Run(inDouble, inputs, targets, entriesPerTensor: 4);
        if (!report.LossPassed || report.Tensors.Any(tensor => !tensor.DifferencesPassed))
        {
            difference.Add(report.ToString());
        }
    }

    private void Train(int step, int samples)
    {
        double[] inputs = data.Inputs(samples);
        double[] targets = data.Targets(samples);
        reference.CopyFrom(network.Parameters);
        double expectedLoss = reference.Backward(inputs, NetworkData.For(reference.Description, targets));
        double[] outputs = [.. reference.Outputs];
        double loss = parts.Backward(inputs, targets);
        difference.Check($"step {step}: loss", [expectedLoss], [loss]);
        difference.Check($"step {step}: outputs", outputs, parts.ReadOutputs(samples));
        CompareGradients(step);
        Update(step);
        double lossOfStep = whole.Step(inputs, targets, reference.LearningRate);
        difference.CheckSame($"step {step}: loss of parts and of Step", [loss], [lossOfStep]);
        foreach (string name in reference.Parameters.Keys)
        {
            difference.CheckSame($"step {step}: {name} by parts and by Step", parts.Read(name), whole.Read(name));
        }
    }

    private void CompareGradients(int step)
    {
        double largest = Difference.Largest(reference.Gradients.Values.SelectMany(gradient => gradient));
        foreach (var (name, gradient) in reference.Gradients)
        {
            difference.Check($"step {step}: gradient of {name}", gradient, parts.ReadGradient(name), largest);
        }
    }

    /// <summary>Lets both optimizers follow the same gradients: some of them tell 1e-18 from 0, which no tolerance could.</summary>
    private void Update(int step)
    {
        foreach (var (name, gradient) in reference.Gradients)
        {
            parts.ReadGradient(name).CopyTo(gradient, 0);
        }

        reference.LearningRate *= 0.9;
        parts.Update(reference.LearningRate);
        reference.Update();
        foreach (var (name, parameter) in reference.Parameters)
        {
            difference.Check($"step {step}: {name}", parameter, parts.Read(name));
        }
    }

    private void ComparePredictions()
    {
        int samples = drawn.Batch;
        double[] inputs = data.Inputs(samples);
        double[] targets = data.Targets(samples);
        double[] many = parts.Predict(inputs);
        double evaluated = parts.Evaluate(inputs, targets);
        difference.CheckSame("outputs of PredictMany and of Evaluate", many, parts.ReadOutputs(samples));
        reference.CopyFrom(network.Parameters);
        difference.Check("outputs of PredictMany", reference.Predict(inputs), many);
        difference.Check("loss of Evaluate", [reference.Evaluate(inputs, NetworkData.For(reference.Description, targets))], [evaluated]);
        difference.CheckSame("outputs of PredictMany and of Predict", many, [.. inputs.Chunk(inputs.Length / samples).SelectMany(parts.PredictOne)]);
        if (!HasModes)
        {
            double loss = parts.Backward(inputs, targets);
            difference.CheckSame("outputs of PredictMany and of a forward pass", many, parts.ReadOutputs(samples));
            difference.CheckSame("loss of Loss and of Evaluate", [loss], [evaluated]);
        }
    }
}
