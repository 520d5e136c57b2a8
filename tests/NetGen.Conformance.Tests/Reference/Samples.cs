using NetGen.Reference;

namespace NetGen.Conformance.Tests.Reference;

/// <summary>Inputs, targets and networks for tests of the reference engine, the same ones in every run.</summary>
public static class Samples
{
    /// <summary>Numbers in ± <paramref name="scale"/>.</summary>
    public static double[] Uniform(int count, int seed, double scale = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => scale * (2 * random.NextDouble() - 1))];
    }

    /// <summary>Targets for a batch: labels, 0 or 1, or any numbers, as the loss wants them.</summary>
    public static Targets TargetsFor(NetworkDescription description, int samples)
    {
        double[] values = Uniform(samples * description.OutputSize, seed: 7);
        return description.Loss.Op switch
        {
            "CrossEntropy" => Enumerable.Range(0, samples).Select(sample => sample * 2 % description.OutputSize).ToArray(),
            "BinaryCrossEntropy" => Array.ConvertAll(values, value => value > 0 ? 1.0 : 0.0),
            _ => values,
        };
    }

    /// <summary>A network with parameters that are not all zero.</summary>
    public static ReferenceNetwork Build(NetworkSpec spec)
    {
        var network = new ReferenceNetwork(spec.Describe());
        network.Initialize(seed: 3);
        return network;
    }
}
