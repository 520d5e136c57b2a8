namespace NetGen.Kernels;

/// <summary>
/// One row by up to eight vectors, or by up to eight divided by the number of partial sums: eight sums in registers, which is what
/// keeps two multiply-adders of four cycles busy. Slot j (of four, two vectors each) belongs to partial sum j · P / 4.
/// </summary>
internal static class ContractionRow<T, V, TVectors, TSums>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ILanes<T, V>
    where TVectors : struct, IConstant
    where TSums : struct, IConstant
{
    /// <summary>Computes panels side by side; steps and rows are so many bytes apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(int panels, int depth, ref T left, nint step, ref T right, nint rightRow, ref T start, ref T result)
    {
        for (nint column = 0; panels > 0; panels--, column += TVectors.Value * V.Count)
        {
            V a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
            if (!Unsafe.IsNullRef(ref start))
            {
                ref T starts = ref Unsafe.Add(ref start, column);
                Start<Zero>(ref starts, ref a0, ref b0);
                Start<One>(ref starts, ref a1, ref b1);
                Start<Two>(ref starts, ref a2, ref b2);
                Start<Three>(ref starts, ref a3, ref b3);
            }

            ref T x = ref left;
            ref T w = ref Unsafe.Add(ref right, column);
            int rest = depth;
            for (; rest >= TSums.Value; rest -= TSums.Value)
            {
                V x0 = V.Broadcast(x);
                V x1 = TSums.Value == 4 ? V.Broadcast(Unsafe.AddByteOffset(ref x, step)) : x0;
                V x2 = TSums.Value > 1 ? V.Broadcast(Unsafe.AddByteOffset(ref x, TSums.Value / 2 * step)) : x0;
                V x3 = TSums.Value == 4 ? V.Broadcast(Unsafe.AddByteOffset(ref x, 3 * step)) : x2;
                Add<Zero>(x0, ref w, rightRow, ref a0, ref b0);
                Add<One>(x1, ref w, rightRow, ref a1, ref b1);
                Add<Two>(x2, ref w, rightRow, ref a2, ref b2);
                Add<Three>(x3, ref w, rightRow, ref a3, ref b3);
                x = ref Unsafe.AddByteOffset(ref x, TSums.Value * step);
                w = ref Unsafe.AddByteOffset(ref w, TSums.Value * rightRow);
            }

            // Fewer products than partial sums are left: the first partial sums take one each.
            if (TSums.Value > 1 && rest > 0)
            {
                V x0 = V.Broadcast(x);
                Add<Zero>(x0, ref w, rightRow, ref a0, ref b0);
                if (TSums.Value == 2)
                    Add<One>(x0, ref w, rightRow, ref a1, ref b1);
                if (TSums.Value == 4 && rest > 1)
                    Add<One>(V.Broadcast(Unsafe.AddByteOffset(ref x, step)), ref w, rightRow, ref a1, ref b1);
                if (TSums.Value == 4 && rest > 2)
                    Add<Two>(V.Broadcast(Unsafe.AddByteOffset(ref x, 2 * step)), ref w, rightRow, ref a2, ref b2);
            }

            ref T sums = ref Unsafe.Add(ref result, column);
            if (TSums.Value == 4)
            {
                Store<Zero>((a0 + a1) + (a2 + a3), (b0 + b1) + (b2 + b3), ref sums);
            }
            else if (TSums.Value == 2)
            {
                Store<Zero>(a0 + a2, b0 + b2, ref sums);
                Store<One>(a1 + a3, b1 + b3, ref sums);
            }
            else
            {
                Store<Zero>(a0, b0, ref sums);
                Store<One>(a1, b1, ref sums);
                Store<Two>(a2, b2, ref sums);
                Store<Three>(a3, b3, ref sums);
            }
        }
    }

    /// <summary>The first vector of a slot, counted in its partial sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Vector<TSlot>()
        where TSlot : struct, IConstant => 2 * TSlot.Value % (8 / TSums.Value);

    /// <summary>The partial sum of a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Sum<TSlot>()
        where TSlot : struct, IConstant => TSlot.Value * TSums.Value / 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Start<TSlot>(ref T start, ref V a, ref V b)
        where TSlot : struct, IConstant
    {
        if (Sum<TSlot>() > 0)
            return;
        if (Vector<TSlot>() < TVectors.Value)
            a = V.Load(ref start, Vector<TSlot>() * V.Count);
        if (Vector<TSlot>() + 1 < TVectors.Value)
            b = V.Load(ref start, (Vector<TSlot>() + 1) * V.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TSlot>(V x, ref T right, nint rightRow, ref V a, ref V b)
        where TSlot : struct, IConstant
    {
        ref T row = ref Unsafe.AddByteOffset(ref right, Sum<TSlot>() * rightRow);
        if (Vector<TSlot>() < TVectors.Value)
            V.Accumulate(ref a, x, V.Load(ref row, Vector<TSlot>() * V.Count));
        if (Vector<TSlot>() + 1 < TVectors.Value)
            V.Accumulate(ref b, x, V.Load(ref row, (Vector<TSlot>() + 1) * V.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TSlot>(V a, V b, ref T result)
        where TSlot : struct, IConstant
    {
        if (Vector<TSlot>() < TVectors.Value)
            V.Store(a, ref result, Vector<TSlot>() * V.Count);
        if (Vector<TSlot>() + 1 < TVectors.Value)
            V.Store(b, ref result, (Vector<TSlot>() + 1) * V.Count);
    }
}
