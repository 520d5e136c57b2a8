using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NetGen.Bits;

/// <summary>Trains a network on random samples and hashes every bit that comes of it.</summary>
internal static class Run
{
    private const int Steps = 50;
    private const int Batch = 23;
    private const int LastBatch = 5;

    public static string Hash<T>(INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new RandomSource(7);
        var trainer = network.CreateTrainer(Batch);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int step = 0; step < Steps; step++)
        {
            int samples = step % 10 == 9 ? LastBatch : Batch;
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

        AppendOutputs(hash, network, random);
        return $"{network.Description.Name} {Convert.ToHexString(hash.GetHashAndReset())}";
    }

    private static void AppendOutputs<T>(IncrementalHash hash, INetwork<T> network, RandomSource random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int samples = 1; samples <= 40; samples += 13)
        {
            var outputs = new T[samples * network.Description.OutputSize];
            network.PredictMany(Normal<T>(random, samples * network.Description.InputSize), outputs);
            Append(hash, outputs);
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
