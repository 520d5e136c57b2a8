using System.IO.Compression;
using System.Text;

namespace NetGen.Tests.Data;

/// <summary>Files of gzip: whole ones, of one part or several, and those that end too early.</summary>
public class PackedFileTests
{
    // Rows that do not repeat, so that a cut may fall between any two of them.
    private static readonly byte[] Content = Encoding.UTF8.GetBytes(
        "x,y\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"{row * 7919 % 1000},{row * row * 31 % 977}\n")));

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.NoCompression)]
    public void A_file_that_is_cut_off_anywhere_is_refused(CompressionLevel level)
    {
        byte[] packed = TextFile.Pack(Content, level);
        Read(packed).ShouldBe(60);
        for (int length = 0; length < packed.Length; length++)
        {
            Refusal(packed[..length]).ShouldBe("test.csv.gz: expected a whole gzip file, but it is cut off.", customMessage: $"of {length} bytes");
        }
    }

    [Fact]
    public void Parts_one_after_another_are_one_file()
    {
        byte[] first = TextFile.Pack(Content[..100]);
        byte[] packed = [.. first, .. TextFile.Pack(Content[100..])];
        Read(packed).ShouldBe(60);
        for (int length = first.Length + 1; length < packed.Length; length++)
        {
            Refusal(packed[..length]).ShouldEndWith("but it is cut off.", customMessage: $"of {length} bytes");
        }
    }

    [Fact]
    public void A_long_file_is_read_and_its_cuts_are_refused()
    {
        byte[] content = [.. Enumerable.Repeat(Content[4..], 2000).Prepend(Content[..4]).SelectMany(part => part)];
        foreach (var level in (CompressionLevel[])[CompressionLevel.Optimal, CompressionLevel.NoCompression])
        {
            byte[] packed = TextFile.Pack(content, level);
            Read(packed).ShouldBe(120_000);
            foreach (double share in (double[])[0.25, 0.5, 0.75])
            {
                Refusal(packed[..(int)(share * packed.Length)]).ShouldEndWith("but it is cut off.");
            }

            Refusal(packed[..^8]).ShouldEndWith("but it is cut off.");
            Refusal(packed[..^1]).ShouldEndWith("but it is cut off.");
        }
    }

    [Fact]
    public void Zeros_after_the_last_part_are_passed_over() =>
        Read([.. TextFile.Pack(Content), .. new byte[20_000]]).ShouldBe(60);

    [Fact]
    public void A_stream_that_gives_little_at_a_time()
    {
        byte[] packed = TextFile.Pack(Content);
        using var whole = new TricklingStream(packed);
        Csv.ReadValued<double>(whole, "test.csv.gz", ["y"]).Count.ShouldBe(60);
        using var cut = new TricklingStream(packed[..^1]);
        Should.Throw<InvalidDataException>(() => Csv.ReadValued<double>(cut, "test.csv.gz", ["y"])).Message.ShouldEndWith("but it is cut off.");
    }

    [Fact]
    public void Images_that_are_cut_off_are_refused_too()
    {
        byte[] images = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 255, 0];
        using var cut = new NamedGZipStream(new MemoryStream(TextFile.Pack(images)[..^9]), "images.gz", leaveOpen: false);
        Should.Throw<InvalidDataException>(() => IdxArray.Read(cut, "images.gz", (2, 2))).Message.ShouldBe("images.gz: expected a whole gzip file, but it is cut off.");
    }

    private static string Refusal(byte[] packed) => Should.Throw<InvalidDataException>(() => Read(packed)).Message;

    private static int Read(byte[] packed)
    {
        using var stream = new MemoryStream(packed);
        return Csv.ReadValued<double>(stream, "test.csv.gz", ["y"]).Count;
    }

    /// <summary>One byte at a time, and no going back, as from a network.</summary>
    private sealed class TricklingStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 1)]);
    }
}
