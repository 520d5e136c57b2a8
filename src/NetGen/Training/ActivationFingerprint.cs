using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NetGen;

/// <summary>What tells a network's own activations from others, whose declarations are the same: their values.</summary>
internal static class ActivationFingerprint
{
    private static readonly double[] Magnitudes = [0.001, 0.05, 0.3, 0.7, 1.1, 1.9, 3.3, 6.1, 11, 35, 90];

    private static readonly double[] Points = [.. Magnitudes.Select(x => -x), 0, .. Magnitudes];

    /// <summary>The beginning of a hash of all of them at some points; "none" where there are none.</summary>
    public static string Of(NetworkDescription network)
    {
        var values = network.Layers.Where(layer => layer.Function is not null).SelectMany(layer => Points.Select(x => Text(layer.Function!(x))));
        string text = string.Join(' ', values);
        return text.Length == 0 ? "none" : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    /// <summary>To the digits that float has: the last ones of double differ from one machine's mathematical functions to another's.</summary>
    private static string Text(double value) => (Math.Round(value, 9) + 0.0).ToString("G7", CultureInfo.InvariantCulture);
}
