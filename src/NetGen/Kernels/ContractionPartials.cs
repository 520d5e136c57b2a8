namespace NetGen.Kernels;

/// <summary>
/// Interleaved partial sums of many rows: each partial sum is a contraction of its own with wider steps; a chunk of rows and two
/// vectors wide, they are kept beside each other and joined.
/// </summary>
internal static class ContractionPartials
{
    private const int ChunkRows = 24;
    private const int ChunkVectors = 2;
    private const int LargestVector = 64;

    /// <summary>Computes the result; the operands are used up.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe void Run<T, V>(ref ContractionOperands<T> operands, int rows, int vectors, int partialSums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        byte* memory = stackalloc byte[3 * ChunkRows * ChunkVectors * LargestVector];
        for (; vectors > 0; vectors -= ChunkVectors)
        {
            int width = Math.Min(ChunkVectors, vectors);
            var chunk = operands;
            for (int rest = rows; rest > 0; rest -= ChunkRows)
            {
                int height = Math.Min(ChunkRows, rest);
                Chunk<T, V>(in chunk, (T*)memory, height, width, partialSums);
                if (rest > height)
                    chunk.SkipRows(height);
            }

            if (vectors > ChunkVectors)
                operands.SkipColumns(ChunkVectors * V.Count);
        }
    }

    private static unsafe void Chunk<T, V>(ref readonly ContractionOperands<T> operands, T* memory, int rows, int vectors, int partialSums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        nint row = vectors * V.Count;
        nint size = rows * row;
        for (int sum = 0; sum < partialSums; sum++)
        {
            var part = operands;
            part.Depth = Math.Max(0, (operands.Depth - sum + partialSums - 1) / partialSums);
            part.LeftStep *= partialSums;
            part.RightRow *= partialSums;
            if (sum > 0)
            {
                if (part.Depth > 0)
                {
                    part.Left = ref Unsafe.AddByteOffset(ref part.Left, sum * operands.LeftStep);
                    part.Right = ref Unsafe.AddByteOffset(ref part.Right, sum * operands.RightRow);
                }

                part.Start = ref Unsafe.NullRef<T>();
                part.Result = ref Unsafe.AsRef<T>(memory + (sum - 1) * size);
                part.ResultRow = row * Unsafe.SizeOf<T>();
            }

            ContractionTiles.Run<T, V>(ref part, rows, vectors);
        }

        ref T result = ref operands.Result;
        for (int r = 0; r < rows; r++)
        {
            for (nint c = 0; c < row; c += V.Count)
                Join<T, V>(ref Unsafe.Add(ref result, c), ref Unsafe.AsRef<T>(memory + r * row + c), size, partialSums);
            result = ref Unsafe.AddByteOffset(ref result, operands.ResultRow);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Join<T, V>(ref T result, ref T others, nint size, int partialSums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V sum = V.Load(ref result, 0) + V.Load(ref others, 0);
        if (partialSums == 4)
            sum += V.Load(ref others, size) + V.Load(ref others, 2 * size);
        V.Store(sum, ref result, 0);
    }
}
