using System.IO.Compression;

namespace NetGen;

/// <summary>
/// Unpacks a stream, and names it where it cannot be unpacked or is cut off. <see cref="GZipStream"/> takes the end of a file for
/// that of its content, wherever it comes. But it goes on from one packed part to the next: it is given one more at the end, which
/// comes out of it as it should only if those before were whole.
/// </summary>
internal sealed class NamedGZipStream : ForwardStream
{
    private static readonly byte[] LastContent = "a part after the last"u8.ToArray();
    private static readonly byte[] LastPart = Pack(LastContent);
    private readonly ExtendedStream packed;
    private readonly GZipStream unpacked;
    private readonly string name;
    private bool hasEnded;

    public NamedGZipStream(Stream stream, string name, bool leaveOpen)
    {
        packed = new ExtendedStream(stream, leaveOpen);
        unpacked = new GZipStream(packed, CompressionMode.Decompress);
        this.name = name;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">What is packed is damaged or cut off; the message names it.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (hasEnded || buffer.IsEmpty)
        {
            return 0;
        }

        int count = Unpack(buffer);
        if (count == 0)
        {
            hasEnded = true;
            RequireWhole();
        }

        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Optimal))
        {
            packer.Write(content);
        }

        return packed.ToArray();
    }

    private int Unpack(Span<byte> buffer)
    {
        try
        {
            return unpacked.Read(buffer);
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException($"{name}: expected a gzip file, as its name says, but it is not one, or damaged: {problem.Message}", problem);
        }
    }

    private void RequireWhole()
    {
        bool isEmpty = !packed.IsBegun;
        packed.Add(LastPart);
        if (isEmpty || !LastPartComesOut())
        {
            throw new InvalidDataException($"{name}: expected a whole gzip file, but it is cut off.");
        }
    }

    /// <summary>Whether it comes out, or is not even looked at: bytes that are no packed part, such as zeros, end all of them.</summary>
    private bool LastPartComesOut()
    {
        byte[] content = new byte[LastContent.Length + 1];
        try
        {
            int count = unpacked.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            return packed.RestLength == LastPart.Length || content.AsSpan(0, count).SequenceEqual(LastContent);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
