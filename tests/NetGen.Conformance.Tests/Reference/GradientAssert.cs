using NetGen.Reference;

namespace NetGen.Conformance.Tests.Reference;

/// <summary>The tape against central differences.</summary>
public static class GradientAssert
{
    public static void TapeAgreesWithDifferences(NetworkSpec spec, int samples = 6, double inputScale = 2)
    {
        var network = Samples.Build(spec);
        double[] inputs = Samples.Uniform(samples * network.Description.InputSize, seed: 5, inputScale);
        var targets = Samples.TargetsFor(network.Description, samples);
        network.Backward(inputs, targets);
        foreach (var (name, differences) in NumericalGradients.Compute(network, inputs, targets))
        {
            double[] tape = network.Gradients[name];
            var smooth = differences.Where(difference => !difference.IsCorner).ToArray();
            smooth.Length.ShouldBeGreaterThan(differences.Count * 9 / 10, $"{name}: corners");
            double difference = Norm(smooth.Select(d => d.Value - tape[d.Index]));
            double sum = Norm(smooth.Select(d => d.Value + tape[d.Index]));
            sum.ShouldBeGreaterThan(1e-6, $"{name}: a gradient of nothing proves nothing");
            (difference / sum).ShouldBeLessThan(1e-8, name);
        }
    }

    private static double Norm(IEnumerable<double> elements) => Math.Sqrt(elements.Sum(element => element * element));
}
