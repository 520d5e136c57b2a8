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
    /// <summary>Computes panels side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(ref readonly ContractionOperands<T> operands, int panels)
    {
        nint step = operands.LeftStep;
        nint rightRow = operands.RightRow;
        for (nint column = 0; panels > 0; panels--, column += TVectors.Value * V.Count)
        {
            V a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
            if (!Unsafe.IsNullRef(ref operands.Start))
            {
                ref T start = ref Unsafe.Add(ref operands.Start, column);
                Start<Zero>(ref start, ref a0, ref b0);
                Start<One>(ref start, ref a1, ref b1);
                Start<Two>(ref start, ref a2, ref b2);
                Start<Three>(ref start, ref a3, ref b3);
            }

            ref T left = ref operands.Left;
            ref T right = ref Unsafe.Add(ref operands.Right, column);
            for (int rest = operands.Depth; rest > 0; rest -= TSums.Value)
            {
                V x0 = V.Broadcast(left);
                Add<Zero>(x0, ref right, ref a0, ref b0);
                V x1 = x0;
                ref T w1 = ref right;
                if (TSums.Value == 4)
                {
                    if (rest == 1)
                        break;
                    x1 = V.Broadcast(Unsafe.AddByteOffset(ref left, step));
                    w1 = ref Unsafe.AddByteOffset(ref right, rightRow);
                }

                Add<One>(x1, ref w1, ref a1, ref b1);
                V x2 = x1;
                ref T w2 = ref w1;
                if (TSums.Value >= 2)
                {
                    if (rest <= TSums.Value / 2)
                        break;
                    x2 = V.Broadcast(Unsafe.AddByteOffset(ref left, TSums.Value / 2 * step));
                    w2 = ref Unsafe.AddByteOffset(ref right, TSums.Value / 2 * rightRow);
                }

                Add<Two>(x2, ref w2, ref a2, ref b2);
                V x3 = x2;
                ref T w3 = ref w2;
                if (TSums.Value == 4)
                {
                    if (rest == 3)
                        break;
                    x3 = V.Broadcast(Unsafe.AddByteOffset(ref left, 3 * step));
                    w3 = ref Unsafe.AddByteOffset(ref w2, rightRow);
                }

                Add<Three>(x3, ref w3, ref a3, ref b3);
                left = ref Unsafe.AddByteOffset(ref left, TSums.Value * step);
                right = ref Unsafe.AddByteOffset(ref right, TSums.Value * rightRow);
            }

            ref T result = ref Unsafe.Add(ref operands.Result, column);
            if (TSums.Value == 4)
            {
                Store<Zero>((a0 + a1) + (a2 + a3), (b0 + b1) + (b2 + b3), ref result);
            }
            else if (TSums.Value == 2)
            {
                Store<Zero>(a0 + a2, b0 + b2, ref result);
                Store<One>(a1 + a3, b1 + b3, ref result);
            }
            else
            {
                Store<Zero>(a0, b0, ref result);
                Store<One>(a1, b1, ref result);
                Store<Two>(a2, b2, ref result);
                Store<Three>(a3, b3, ref result);
            }
        }
    }

    /// <summary>The first vector of a slot, counted in its partial sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Vector<TSlot>()
        where TSlot : struct, IConstant => 2 * TSlot.Value % (8 / TSums.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Start<TSlot>(ref T start, ref V a, ref V b)
        where TSlot : struct, IConstant
    {
        if (TSlot.Value * TSums.Value >= 4)
            return;
        if (Vector<TSlot>() < TVectors.Value)
            a = V.Load(ref start, Vector<TSlot>() * V.Count);
        if (Vector<TSlot>() + 1 < TVectors.Value)
            b = V.Load(ref start, (Vector<TSlot>() + 1) * V.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TSlot>(V x, ref T right, ref V a, ref V b)
        where TSlot : struct, IConstant
    {
        if (Vector<TSlot>() < TVectors.Value)
            V.Accumulate(ref a, x, V.Load(ref right, Vector<TSlot>() * V.Count));
        if (Vector<TSlot>() + 1 < TVectors.Value)
            V.Accumulate(ref b, x, V.Load(ref right, (Vector<TSlot>() + 1) * V.Count));
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
