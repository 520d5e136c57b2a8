using System.IO.Compression;

namespace NetGen;

/// <summary>Unpacks a stream, and names it where it cannot be unpacked.</summary>
internal sealed class NamedGZipStream(Stream stream, string name, bool leaveOpen) : GZipStream(stream, CompressionMode.Decompress, leaveOpen)
{
    /// <summary>Also what reading into a span comes to, in a class derived from <see cref="GZipStream"/>.</summary>
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return base.Read(buffer, offset, count);
        }
        catch (InvalidDataException problem)
        {
            throw Refused(problem);
        }
    }

    /// <inheritdoc/>
    public override void CopyTo(Stream destination, int bufferSize)
    {
        try
        {
            base.CopyTo(destination, bufferSize);
        }
        catch (InvalidDataException problem)
        {
            throw Refused(problem);
        }
    }

    private InvalidDataException Refused(InvalidDataException problem) =>
        new($"{name}: expected a gzip file, as its name says, but it is not one, or damaged: {problem.Message}", problem);
}
