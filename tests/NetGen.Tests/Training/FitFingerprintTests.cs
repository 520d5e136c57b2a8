using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NetGen.Tests.Training;

public class FitFingerprintTests
{
    /// <summary>Samples may be larger than the 2 GiB of one span of bytes: pieces have the hash of the whole.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(11)]
    public void A_hash_in_pieces_is_that_of_the_whole(int length)
    {
        double[] elements = [.. Enumerable.Range(0, length).Select(i => i + 0.5)];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        FitFingerprint.Append<double>(hash, elements, piece: 4);

        hash.GetHashAndReset().ShouldBe(SHA256.HashData(MemoryMarshal.AsBytes<double>(elements)));
    }
}
