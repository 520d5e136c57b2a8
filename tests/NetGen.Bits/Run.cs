using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NetGen.Bits;

/// <summary>Trains a network on random samples and hashes every bit that comes of it.</summary>
internal static class Run
{
    private const int Steps = 50;
    private static readonly int[] PredictedSizes = [1, 2, 3, 5, 6, 7, 12, 13, 14, 27, 40, 95, 97, 500];

    /// <summary>The name, the threads that shared the steps, and the hash.</summary>
    public static string Hash<T>(INetwork<T> network, int threads, int batch = 23)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new RandomSource(7);
        using var trainer = network.CreateTrainer(batch, threads);
        int shared = trainer.Threads;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int step = 0; step < Steps; step++)
        {
            int samples = (step % 10) switch
            {
                9 => 5,
                8 => batch - 1,
                7 => batch * 3 / 4,
                _ => batch,
            };
            T[] inputs = Normal<T>(random, samples * network.Description.InputSize);
            T loss = trainer is LabelTrainer<T> labels
                ? labels.Step(inputs, Labels(random, samples, network.Description.OutputSize))
                : ((ValueTrainer<T>)trainer).Step(inputs, Uniform<T>(random, samples * network.Description.OutputSize));
            Append(hash, [loss]);
        }

        foreach (var tensor in network.Parameters.Tensors)
        {
            Append(hash, network.Parameters.ToArray(tensor.Name));
        }

        AppendEvaluation(hash, network, trainer, random, batch);
        AppendOutputs(hash, network, random, threads);
        return $"{network.Description.Name} {shared} {Convert.ToHexString(hash.GetHashAndReset())}";
    }

    /// <summary>The first loss and the last of a training whose samples stay the same.</summary>
    public static string Learn(INetwork<float> network)
    {
        var random = new RandomSource(8);
        using var trainer = (LabelTrainer<float>)network.CreateTrainer(32);
        float[] inputs = Normal<float>(random, 32 * network.Description.InputSize);
        int[] labels = Labels(random, 32, network.Description.OutputSize);
        float first = trainer.Step(inputs, labels), last = first;
        for (int step = 1; step < 200; step++)
        {
            last = trainer.Step(inputs, labels);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{first} {last}");
    }

    /// <summary>A trainer's evaluation, whose threads share it: its outputs are those of predicting.</summary>
    private static void AppendEvaluation<T>(IncrementalHash hash, INetwork<T> network, Trainer<T> trainer, RandomSource random, int samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] inputs = Normal<T>(random, samples * network.Description.InputSize);
        T loss = trainer is LabelTrainer<T> labels
            ? labels.Evaluate(inputs, Labels(random, samples, network.Description.OutputSize))
            : ((ValueTrainer<T>)trainer).Evaluate(inputs, Uniform<T>(random, samples * network.Description.OutputSize));
        var outputs = new T[samples * network.Description.OutputSize];
        trainer.ReadOutputs(outputs);
        Require(outputs, OneByOne(network, inputs, samples), $"an evaluation by {trainer.Threads} threads");
        Append(hash, [loss]);
    }

    /// <summary>Batches of many sizes; each sample must come out as it does alone, and with the trainer's threads.</summary>
    private static void AppendOutputs<T>(IncrementalHash hash, INetwork<T> network, RandomSource random, int threads)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int samples in PredictedSizes)
        {
            T[] inputs = Normal<T>(random, samples * network.Description.InputSize);
            T[] outputs = new T[samples * network.Description.OutputSize];
            network.PredictMany(inputs, outputs);
            Append(hash, outputs);
            Require(outputs, OneByOne(network, inputs, samples), $"{samples} samples at once");
            T[] shared = new T[outputs.Length];
            network.PredictMany(inputs, shared, threads);
            Require(shared, outputs, $"{samples} samples by {threads} threads");
        }
    }

    private static T[] OneByOne<T>(INetwork<T> network, T[] inputs, int samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int size = network.Description.InputSize, outputSize = network.Description.OutputSize;
        var outputs = new T[samples * outputSize];
        for (int sample = 0; sample < samples; sample++)
        {
            network.PredictMany(inputs.AsSpan(sample * size, size), outputs.AsSpan(sample * outputSize, outputSize));
        }

        return outputs;
    }

    private static void Require<T>(T[] outputs, T[] expected, string what)
        where T : unmanaged
    {
        if (!MemoryMarshal.AsBytes<T>(outputs).SequenceEqual(MemoryMarshal.AsBytes<T>(expected)))
        {
            throw new InvalidOperationException($"The outputs of {what} are not those of each sample alone.");
        }
    }

    private static void Append<T>(IncrementalHash hash, T[] values)
        where T : unmanaged => hash.AppendData(MemoryMarshal.AsBytes<T>(values));

    private static T[] Normal<T>(RandomSource random, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Draw(count, () => T.CreateTruncating(random.NextNormal()));

    private static T[] Uniform<T>(RandomSource random, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Draw(count, () => T.CreateTruncating(random.NextUniform()));

    private static int[] Labels(RandomSource random, int count, int classes) => Draw(count, () => random.NextInt(classes));

    private static T[] Draw<T>(int count, Func<T> next)
    {
        var values = new T[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = next();
        }

        return values;
    }
}
