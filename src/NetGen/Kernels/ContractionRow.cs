namespace NetGen.Kernels;

/// <summary>
/// One row by up to eight vectors, or by up to eight divided by the number of partial sums: eight sums in registers, which is what
/// keeps two multiply-adders of four cycles busy. Slot j (of four, two vectors each) belongs to partial sum j · P / 4.
/// </summary>
/// <remarks>
/// Every multiply-add reads a weight, so that two loads a cycle are the limit: the left row's values come four to a load, which took
/// 64-32 in 155 cycles where it was 174, and 32-10 in 60 where it was 69.
/// </remarks>
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
            for (; rest >= 4; rest -= 4)
            {
                BroadcastFour(ref x, step, out V x0, out V x1, out V x2, out V x3);
                Add<Zero>(x0, ref w, ref a0, ref b0, ref a1, ref b1, ref a2, ref b2, ref a3, ref b3);
                w = ref Unsafe.AddByteOffset(ref w, rightRow);
                Add<One>(x1, ref w, ref a0, ref b0, ref a1, ref b1, ref a2, ref b2, ref a3, ref b3);
                w = ref Unsafe.AddByteOffset(ref w, rightRow);
                Add<Two>(x2, ref w, ref a0, ref b0, ref a1, ref b1, ref a2, ref b2, ref a3, ref b3);
                w = ref Unsafe.AddByteOffset(ref w, rightRow);
                Add<Three>(x3, ref w, ref a0, ref b0, ref a1, ref b1, ref a2, ref b2, ref a3, ref b3);
                w = ref Unsafe.AddByteOffset(ref w, rightRow);
                x = ref Unsafe.AddByteOffset(ref x, 4 * step);
            }

            // Up to three products are left.
            if (rest > 0)
            {
                Add<Zero>(V.Broadcast(x), ref w, ref a0, ref b0, ref a1, ref b1, ref a2, ref b2, ref a3, ref b3);
                x = ref Unsafe.AddByteOffset(ref x, step);
                w = ref Unsafe.AddByteOffset(ref w, rightRow);
            }

            if (rest > 1)
            {
                Add<One>(V.Broadcast(x), ref w, ref a0, ref b0, ref a1, ref b1, ref a2, ref b2, ref a3, ref b3);
                x = ref Unsafe.AddByteOffset(ref x, step);
                w = ref Unsafe.AddByteOffset(ref w, rightRow);
            }

            if (rest > 2)
                Add<Two>(V.Broadcast(x), ref w, ref a0, ref b0, ref a1, ref b1, ref a2, ref b2, ref a3, ref b3);

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

    /// <summary>The next four values of the left row; they are neighbours but where the left operand is transposed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void BroadcastFour(ref T left, nint step, out V x0, out V x1, out V x2, out V x3)
    {
        if (step != Unsafe.SizeOf<T>())
        {
            x0 = V.Broadcast(left);
            x1 = V.Broadcast(Unsafe.AddByteOffset(ref left, step));
            x2 = V.Broadcast(Unsafe.AddByteOffset(ref left, 2 * step));
            x3 = V.Broadcast(Unsafe.AddByteOffset(ref left, 3 * step));
            return;
        }

        V.BroadcastFour(ref left, out x0, out x1, out x2, out x3);
    }

    /// <summary>Adds one product to each vector of a partial sum: its place among four, modulo the partial sums, tells which.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TPlace>(V x, ref T row, ref V a0, ref V b0, ref V a1, ref V b1, ref V a2, ref V b2, ref V a3, ref V b3)
        where TPlace : struct, IConstant
    {
        switch (TPlace.Value % TSums.Value * (4 / TSums.Value))
        {
            case 0: AddPair<Zero>(x, ref row, ref a0, ref b0); break;
            case 1: AddPair<Zero>(x, ref row, ref a1, ref b1); break;
            case 2: AddPair<Zero>(x, ref row, ref a2, ref b2); break;
            default: AddPair<Zero>(x, ref row, ref a3, ref b3); break;
        }

        if (TSums.Value == 2 && TPlace.Value % 2 == 1)
            AddPair<Two>(x, ref row, ref a3, ref b3);
        else if (TSums.Value < 4)
            AddPair<Two>(x, ref row, ref a1, ref b1);
        if (TSums.Value == 1)
        {
            AddPair<Four>(x, ref row, ref a2, ref b2);
            AddPair<Six>(x, ref row, ref a3, ref b3);
        }
    }

    /// <summary>Adds a product to a vector and the one behind it, where there are as many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddPair<TFirst>(V x, ref T row, ref V a, ref V b)
        where TFirst : struct, IConstant
    {
        if (TFirst.Value < TVectors.Value)
            V.Accumulate(ref a, x, ref row, TFirst.Value * V.Count);
        if (TFirst.Value + 1 < TVectors.Value)
            V.Accumulate(ref b, x, ref row, (TFirst.Value + 1) * V.Count);
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
