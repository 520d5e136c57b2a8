namespace NetGen.Kernels;

/// <summary>Copies between layouts.</summary>
public static class Rearrangement
{
    private const int FewElements = 16;

    /// <summary>For each sample and each of its rows, copies a run of elements.</summary>
    /// <param name="samples">The number of samples.</param>
    /// <param name="rows">Runs of each sample.</param>
    /// <param name="length">Elements of a run.</param>
    /// <param name="source">The first element to read.</param>
    /// <param name="sourceSample">The distance of samples in the source.</param>
    /// <param name="sourceRow">The distance of runs in the source.</param>
    /// <param name="destination">The first element to write.</param>
    /// <param name="destinationSample">The distance of samples in the destination.</param>
    /// <param name="destinationRow">The distance of runs in the destination.</param>
    public static void Copy<T>(
        int samples,
        int rows,
        int length,
        ref readonly T source,
        nint sourceSample,
        nint sourceRow,
        ref T destination,
        nint destinationSample,
        nint destinationRow)
        where T : unmanaged
    {
        if (rows == 1 && length < FewElements)
        {
            // Where the length is a constant, as in generated code, this is a load and a store or two, and no call.
            for (nint sample = 0; sample < samples; sample++)
            {
                ref T from = ref Unsafe.Add(ref Unsafe.AsRef(in source), sample * sourceSample);
                ref T to = ref Unsafe.Add(ref destination, sample * destinationSample);
                Unsafe.CopyBlockUnaligned(ref Unsafe.As<T, byte>(ref to), ref Unsafe.As<T, byte>(ref from), (uint)(length * Unsafe.SizeOf<T>()));
            }

            return;
        }

        for (nint sample = 0; sample < samples; sample++)
        {
            for (nint row = 0; row < rows; row++)
            {
                ref T from = ref Unsafe.Add(ref Unsafe.AsRef(in source), sample * sourceSample + row * sourceRow);
                ref T to = ref Unsafe.Add(ref destination, sample * destinationSample + row * destinationRow);
                MemoryMarshal.CreateReadOnlySpan(ref from, length).CopyTo(MemoryMarshal.CreateSpan(ref to, length));
            }
        }
    }
}
