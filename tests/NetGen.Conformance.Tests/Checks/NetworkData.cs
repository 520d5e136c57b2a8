using NetGen.Conformance.Tests.RandomNetworks;
using NetGen.Reference;

namespace NetGen.Conformance.Tests.Checks;

/// <summary>Draws samples, targets and parameters. All numbers are those of a float, so that both precisions see the same.</summary>
internal sealed class NetworkData(NetworkCase drawn, NetworkDescription description)
{
    private readonly Random random = new(drawn.Seed);

    // A finite difference cannot know what the derivative of a user's function is where it bends.
    private readonly bool hasZeros = drawn.Seed % 8 == 0 && drawn.Spec.Layers.All(layer => layer.Method is null);

    /// <summary>Samples of about unit size; some networks get whole samples of zeros.</summary>
    public double[] Inputs(int samples) =>
        [.. Enumerable.Range(0, samples).SelectMany(_ => Inputs(hasZeros && random.Chance(0.3)))];

    /// <summary>One number per output; class indices under a cross-entropy.</summary>
    public double[] Targets(int samples) => description.Loss.Op switch
    {
        "CrossEntropy" => [.. Enumerable.Range(0, samples).Select(_ => (double)random.Next(description.OutputSize))],
        "BinaryCrossEntropy" => [.. Enumerable.Range(0, samples * description.OutputSize).Select(_ => random.Chance(0.3) ? 0.25f : random.Next(2))],
        _ => Numbers(samples * description.OutputSize, 1),
    };

    /// <summary>What a network that has learned a little might hold: weights as initialised, the rest moved off its round numbers.</summary>
    public double[] Parameter(TensorDescription tensor, double[] initialised) =>
        tensor.Regularized ? initialised : [.. initialised.Select(element => (double)(float)Moved(tensor, element))];

    public static Targets For(NetworkDescription description, double[] targets) =>
        description.Loss.Op == "CrossEntropy" ? Array.ConvertAll(targets, target => (int)target) : targets;

    // A variance, and a scale, stay positive.
    private double Moved(TensorDescription tensor, double element) =>
        tensor.Learned ? element + 0.3 * random.Normal() : element == 1 ? Math.Exp(0.3 * random.Normal()) : 0.3 * random.Normal();

    private IEnumerable<double> Inputs(bool areZero) =>
        Numbers(description.InputSize, areZero ? 0 : 1).Select(x => (double)(float)drawn.Inputs(x));

    private double[] Numbers(int count, double scale) =>
        [.. Enumerable.Range(0, count).Select(_ => (double)(float)(scale * random.Normal()))];
}
