using System.Globalization;

namespace NetGen.Conformance.Tests.Bits;

/// <summary>
/// The same training in processes of different vector widths, down to the bit, and in each with 1, 2 and 3 threads; fused
/// multiply-add stays on. The program itself compares predictions of many sizes with those of each sample alone.
/// </summary>
public sealed class SameBitsTests
{
    private const int Networks = 12;
    private const int MostThreads = 3;
    private static readonly string[] OwnWidth = RunWith();

    [Fact]
    public void Vectors_of_128_bits_give_the_same_bits() => Compare(128);

    [Fact]
    public void Vectors_of_256_bits_give_the_same_bits() => Compare(256);

    // Where there are vectors of 512 bits the runtime may not prefer them by itself.
    [Fact]
    public void Vectors_of_512_bits_give_the_same_bits() => Compare(512);

    [Fact]
    public void Training_again_gives_the_same_bits() => RunWith().ShouldBe(OwnWidth);

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        string[] Hashes(int threads) => [.. OwnWidth.Skip(1 + ((threads - 1) * Networks)).Take(Networks).Select(line => line.Split(' ')[2])];
        Hashes(2).ShouldBe(Hashes(1));
        Hashes(3).ShouldBe(Hashes(1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Large_networks_are_shared_and_small_ones_are_not(int threads)
    {
        foreach (string line in OwnWidth.Skip(1 + ((threads - 1) * Networks)).Take(Networks))
        {
            line.Split(' ')[1].ShouldBe(line.StartsWith("Divided", StringComparison.Ordinal) ? $"{threads}" : "1", line);
        }
    }

    // Without fused multiply-add the bits are others: it is only to work.
    [Fact]
    public void Without_fused_multiply_add_networks_learn()
    {
        string[] lines = RunWith(("DOTNET_EnableAVX2", "0"));
        lines.Length.ShouldBe(OwnWidth.Length);
        double[] losses = [.. lines[^1].Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        losses[1].ShouldBeLessThan(0.5 * losses[0]);
    }

    // A machine without vectors of the wanted width runs with narrower ones; the comparison holds all the same.
    private static void Compare(int width)
    {
        string[] lines = RunWith(("DOTNET_PreferredVectorBitWidth", width.ToString(CultureInfo.InvariantCulture)));
        lines[0].ShouldStartWith("width ");
        int.Parse(lines[0]["width ".Length..], CultureInfo.InvariantCulture).ShouldBeLessThanOrEqualTo(width);
        lines.Length.ShouldBe(2 + (MostThreads * Networks));
        lines[1..].ShouldBe(OwnWidth[1..]);
    }

    /// <summary>The program sees as many processors as it is to use threads, whatever the machine has.</summary>
    private static string[] RunWith(params (string Name, string Value)[] environment) =>
        BitsProgram.Run([], [("DOTNET_PROCESSOR_COUNT", MostThreads.ToString(CultureInfo.InvariantCulture)), .. environment]);
}
