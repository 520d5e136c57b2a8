namespace NetGen.Conformance.Tests.Golden;

/// <summary>One network in one engine, as a golden trajectory drives it. Tensors are in PyTorch's names and layout.</summary>
public interface IGoldenSubject
{
    /// <summary>What it computes in, which decides how near is near enough.</summary>
    Precision Precision { get; }

    /// <summary>The tensors that are trained.</summary>
    IReadOnlyList<TensorDescription> Parameters { get; }

    void Write(string tensor, double[] elements);

    double[] Read(string tensor);

    /// <summary>A gradient of the last <see cref="Backward"/>: penalties in, before clipping.</summary>
    double[] ReadGradient(string tensor);

    /// <summary>Forward, loss and backward.</summary>
    /// <returns>The mean loss, without penalties.</returns>
    double Backward(double[] inputs, double[] targets);

    /// <summary>Clipping and update after <see cref="Backward"/>.</summary>
    void Update(double learningRate);

    /// <summary>A whole step as one call, which may take another way than its parts.</summary>
    /// <returns>The mean loss before the update, without penalties.</returns>
    double Step(double[] inputs, double[] targets, double learningRate);

    double[] Predict(double[] inputs);
}
