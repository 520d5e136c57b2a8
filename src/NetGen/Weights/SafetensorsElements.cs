using System.Buffers.Binary;

namespace NetGen.Weights;

/// <summary>Elements of a safetensors file: little-endian, in one of four floating-point types.</summary>
internal static class SafetensorsElements
{
    /// <summary>The types that can be read.</summary>
    public const string Readable = "F16, BF16, F32 or F64";

    /// <summary>The name of the type that <typeparamref name="T"/> is written as.</summary>
    public static string TypeOf<T>() => typeof(T) == typeof(double) ? "F64" : "F32";

    /// <summary>The bytes of one element, or 0 where the type cannot be read.</summary>
    public static int SizeOf(string type) => type switch
    {
        "F16" or "BF16" => 2,
        "F32" => 4,
        "F64" => 8,
        _ => 0,
    };

    /// <summary>Writes elements.</summary>
    /// <param name="source">The elements.</param>
    /// <param name="destination">Takes their bytes.</param>
    public static void Encode<T>(ReadOnlySpan<T> source, Span<byte> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool wide = typeof(T) == typeof(double);
        for (int i = 0; i < source.Length; i++)
        {
            if (wide)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(destination[(8 * i)..], double.CreateTruncating(source[i]));
            }
            else
            {
                BinaryPrimitives.WriteSingleLittleEndian(destination[(4 * i)..], float.CreateTruncating(source[i]));
            }
        }
    }

    /// <summary>Reads elements; those wider than <typeparamref name="T"/> are rounded to the nearest.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="type">Their type.</param>
    /// <param name="destination">Takes the elements.</param>
    /// <exception cref="InvalidDataException">A finite element is beyond the range of <typeparamref name="T"/>.</exception>
    public static void Decode<T>(ReadOnlySpan<byte> source, string type, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int size = SizeOf(type);
        for (int i = 0; i < destination.Length; i++)
        {
            double element = DecodeOne(source.Slice(size * i, size), type);
            destination[i] = T.CreateTruncating(element);
            if (double.IsFinite(element) && !T.IsFinite(destination[i]))
            {
                throw new InvalidDataException(FormattableString.Invariant($"{element:R} does not fit the network's element type {typeof(T).Name}."));
            }
        }
    }

    private static double DecodeOne(ReadOnlySpan<byte> bytes, string type) => type switch
    {
        "F16" => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        "BF16" => BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16),
        "F32" => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        _ => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
    };
}
