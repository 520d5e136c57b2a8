using System.Globalization;
using System.Security.Cryptography;

namespace NetGen;

/// <summary>What must be the same for a training to go on from a checkpoint, besides the network; the number of epochs may differ.</summary>
internal static class FitFingerprint
{
    /// <summary>By what messages call it, each as text.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of<T>(
        int batchSize, Dataset<T> train, Dataset<T>? validation, FitOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
    [
        ("batch size", Text(batchSize)),
        ("number of samples", Text(train.Count)),
        ("number of validation samples", Text(validation?.Count ?? 0)),
        ("samples", Hash(train)),
        ("validation samples", validation is null ? "none" : Hash(validation)),
        ("seed", Text(options.Seed)),
        ("shuffling", options.Shuffle ? "on" : "off"),
        ("accumulation steps", Text(options.AccumulationSteps)),
        ("learning rate", options.LearningRate?.ToString("R", CultureInfo.InvariantCulture) ?? "as declared"),
        ("schedule", options.Schedule?.ToString() ?? "none"),
        ("plateau", options.ReduceOnPlateau is { } plateau ? $"{plateau} by {plateau.Monitor?.Name ?? "default"}" : "none"),
        ("class weights", Text(options.ClassWeights)),
        ("metrics", options.Metrics.Count == 0 ? "none" : string.Join(", ", options.Metrics.Select(metric => metric.Name))),
        ("monitor", options.Monitor?.Name ?? "default"),
        ("early stopping", options.EarlyStopping is { } early ? $"by {early.Monitor?.Name ?? "default"}" : "none"),
        ("keeping of the best weights", options.RestoreBest ?? options.EarlyStopping is not null ? "on" : "off"),
    ];

    /// <summary>The beginning of a hash of all that samples hold: other data of the same size is another training.</summary>
    private static string Hash<T>(Dataset<T> data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, data.Inputs);
        Append(hash, data.Labels);
        Append(hash, data.Targets);
        return Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, 8));
    }

    /// <summary>Appends elements piece by piece: a span of bytes ends at 2 GiB, and one of elements does not.</summary>
    internal static void Append<T>(IncrementalHash hash, ReadOnlySpan<T> elements, int piece = 1 << 20)
        where T : unmanaged
    {
        for (; elements.Length > piece; elements = elements[piece..])
        {
            hash.AppendData(MemoryMarshal.AsBytes(elements[..piece]));
        }

        hash.AppendData(MemoryMarshal.AsBytes(elements));
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Text(IReadOnlyList<double>? weights) =>
        weights is null ? "none" : string.Join(", ", weights.Select(weight => weight.ToString("R", CultureInfo.InvariantCulture)));
}
