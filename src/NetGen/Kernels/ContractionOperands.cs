namespace NetGen.Kernels;

/// <summary>
/// What the tiles of one contraction share: result[r, c] = start[r, c] + Σ left[r, k] · right[k, c]. One reference to it stands for a
/// dozen arguments. Distances are in bytes, so that the addresses in the tiles' loops need no scaling.
/// </summary>
internal ref struct ContractionOperands<T>
    where T : unmanaged
{
    /// <summary>Products in each sum.</summary>
    public int Depth;

    /// <summary>The left operand, and how far its rows and its steps along the sum are apart.</summary>
    public ref T Left;
    public nint LeftRow;
    public nint LeftStep;

    /// <summary>The right operand; its columns are neighbours.</summary>
    public ref T Right;
    public nint RightRow;

    /// <summary>Where the sums start, or a null reference for zero; rows 0 apart when every row starts the same.</summary>
    public ref T Start;
    public nint StartRow;

    /// <summary>Where the sums go.</summary>
    public ref T Result;
    public nint ResultRow;

    /// <summary>Whether a tile fetches the result's rows of the next.</summary>
    public bool FetchesResult;

    /// <summary>What will be the right operand later, as deep and wide, to be fetched meanwhile; a null reference where nothing is.</summary>
    public ref T Ahead;
    public nint AheadRow;

    /// <summary>Leaves out the first rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SkipRows(nint count)
    {
        Left = ref Unsafe.AddByteOffset(ref Left, count * LeftRow);
        Result = ref Unsafe.AddByteOffset(ref Result, count * ResultRow);
        if (!Unsafe.IsNullRef(ref Start))
            Start = ref Unsafe.AddByteOffset(ref Start, count * StartRow);
    }

    /// <summary>Leaves out the first columns.</summary>
    public void SkipColumns(nint count)
    {
        Right = ref Unsafe.Add(ref Right, count);
        Result = ref Unsafe.Add(ref Result, count);
        if (!Unsafe.IsNullRef(ref Start))
            Start = ref Unsafe.Add(ref Start, count);
    }

    /// <summary>Leaves out the first products of each sum.</summary>
    public void SkipDepth(nint count)
    {
        Left = ref Unsafe.AddByteOffset(ref Left, count * LeftStep);
        Right = ref Unsafe.AddByteOffset(ref Right, count * RightRow);
        Depth -= (int)count;
    }
}
