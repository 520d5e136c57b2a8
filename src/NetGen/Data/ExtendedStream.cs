namespace NetGen;

/// <summary>Reads a stream and, from when they are added, further bytes after its end.</summary>
internal sealed class ExtendedStream(Stream stream, bool leaveOpen) : ForwardStream
{
    private ReadOnlyMemory<byte> rest;

    /// <summary>Whether anything has been read, from the stream or after its end.</summary>
    public bool IsBegun { get; private set; }

    /// <summary>How many of the bytes that were added are still to be read.</summary>
    public int RestLength => rest.Length;

    /// <summary>Lets bytes follow the stream's end.</summary>
    public void Add(ReadOnlyMemory<byte> bytes) => rest = bytes;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int count = stream.Read(buffer);
        if (count == 0)
        {
            count = Math.Min(buffer.Length, rest.Length);
            rest.Span[..count].CopyTo(buffer);
            rest = rest[count..];
        }

        IsBegun |= count > 0;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
