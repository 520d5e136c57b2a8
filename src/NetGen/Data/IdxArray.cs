using System.Buffers.Binary;
using System.Globalization;

namespace NetGen;

/// <summary>The bytes of one IDX file and the sizes of their axes.</summary>
internal sealed record IdxArray(IReadOnlyList<int> Shape, byte[] Bytes)
{
    private const byte UnsignedBytes = 0x08;

    /// <summary>Reads a file: two zero bytes, the kind of its elements, the number of axes, each axis's size big-endian, the elements.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">What it is called, for messages.</param>
    /// <param name="axes">The least and the largest number of axes that are expected.</param>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static IdxArray Read(Stream stream, string name, (int Least, int Most) axes)
    {
        Span<byte> magic = stackalloc byte[4];
        Fill(stream, name, magic);
        if (magic[0] != 0 || magic[1] != 0 || magic[2] != UnsignedBytes || magic[3] < axes.Least || magic[3] > axes.Most)
        {
            string expected = axes.Least == axes.Most ? $"{axes.Least}" : $"{axes.Least} to {axes.Most}";
            throw new InvalidDataException(
                $"{name}: expected an IDX file of unsigned bytes with {expected} axes, which begins with 0, 0, 8, {expected}, but it begins with {magic[0]}, {magic[1]}, {magic[2]}, {magic[3]}.");
        }

        int[] shape = new int[magic[3]];
        Span<byte> size = stackalloc byte[sizeof(int)];
        for (int axis = 0; axis < shape.Length; axis++)
        {
            Fill(stream, name, size);
            shape[axis] = BinaryPrimitives.ReadInt32BigEndian(size);
        }

        return new IdxArray(shape, Elements(stream, name, shape));
    }

    // Read to its end before its length is believed: a damaged header must not take all memory.
    private static byte[] Elements(Stream stream, string name, int[] shape)
    {
        string sizes = $"[{string.Join(", ", shape.Select(size => size.ToString(CultureInfo.InvariantCulture)))}]";
        if (Array.Exists(shape, size => size < 1))
        {
            throw new InvalidDataException($"{name}: expected sizes of at least 1, but got {sizes}.");
        }

        var expected = shape.Aggregate(BigInteger.One, (product, size) => product * size);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.Length == expected
            ? content.ToArray()
            : throw new InvalidDataException($"{name}: expected {expected} bytes for {sizes} after the header, but got {content.Length}.");
    }

    private static void Fill(Stream stream, string name, Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw new InvalidDataException($"{name}: expected the header of an IDX file, but the file ends within it.");
        }
    }
}
