using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Kernels;
using NetGen.Tests.Weights;
using NetGen.Threading;
using NetGen.Weights;

namespace NetGen.Tests.Kernels;

/// <summary>What kernels do with matrices in strips is, to the bit, what they do with plain ones, and touches none but the own rows and columns.</summary>
public sealed class StripKernelTests
{
    private static readonly System.Random Random = new(5);
    private static readonly int[] Rows = [1, 2, 3, 13, 30];
    private static readonly int[] Columns = [65, 79, 128, 129, 200];
    private static readonly int[] Depths = [1, 10, 64, 77];

    [Fact]
    public void InFloat() => CheckAll<float, Lanes512<float>, Lanes256<float>, Lanes128<float>, Lane<float>>();

    [Fact]
    public void InDouble() => CheckAll<double, Lanes512<double>, Lanes256<double>, Lanes128<double>, Lane<double>>();

    private static void CheckAll<T, V512, V256, V128, V1>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V512 : struct, ILanes<T, V512>
        where V256 : struct, ILanes<T, V256>
        where V128 : struct, ILanes<T, V128>
        where V1 : struct, ILanes<T, V1>
    {
        foreach (int rows in Rows)
        {
            foreach (int columns in Columns)
            {
                foreach (int depth in Depths)
                {
                    CheckWidth<T, V512>(rows, columns, depth);
                    CheckWidth<T, V256>(rows, columns, depth);
                    CheckWidth<T, V128>(rows, columns, depth);
                    CheckWidth<T, V1>(rows, columns, depth);
                }
            }
        }
    }

    private static void CheckWidth<T, V>(int rows, int columns, int depth)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        foreach (var own in Shares(columns))
        {
            Forward<T, V>(rows, own, columns, depth, started: true);
            Forward<T, V>(rows, own, columns, depth, started: false);
            Gradient<T, V>(Share.Of(depth), own, rows, columns, depth);
            if (rows == Rows[0])
            {
                Turned<T, V>(Share.Of(depth), depth, own, columns);
                Turned<T, V>(own, columns, Share.Of(depth), depth);
            }
        }

        Gradient<T, V>(new Share(depth / 3, depth - (depth / 3)), Share.Of(columns), rows, columns, depth);
    }

    private static Share[] Shares(int columns) =>
        [new(0, columns), new(0, 48), new(16, 96 > columns ? columns - 16 : 96), new(48, columns - 48), new(64, columns - 64)];

    private static void Forward<T, V>(int rows, Share own, int columns, int depth, bool started)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        int row = Padded(columns);
        T[] left = Filled<T>(rows * depth), right = Filled<T>(depth * columns), start = Filled<T>(row);
        T[] strips = InStrips(right, depth, columns), plain = InRows(right, depth, columns), result = new T[rows * row], expected = new T[rows * row];
        ref T first = ref started ? ref start[0] : ref Unsafe.NullRef<T>();
        StripContraction.Multiply<T, V>(rows, own, columns, depth, ref left[0], depth, ref strips[0], ref first, ref result[0], row);
        Contraction.Multiply<T, V>(rows, columns, depth, ref left[0], depth, 1, ref plain[0], row, ref first, ref expected[0], row, partialSums: 1);
        for (int i = 0; i < result.Length; i++)
        {
            int column = i % row;
            if (column < columns)
            {
                Same(result[i], column >= own.First && column < own.End ? expected[i] : T.Zero, $"{typeof(V)} [{rows} x {depth} x {columns}] {own}: [{i / row}, {column}]");
            }
        }
    }

    private static void Gradient<T, V>(Share ownRows, Share own, int samples, int columns, int rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        int row = Padded(columns);
        T[] left = Filled<T>(samples * rows), right = InRows(Filled<T>(samples * columns), samples, columns);
        T[] result = new T[Stripped.Length(rows, columns)], expected = new T[rows * row];
        StripContraction.MultiplyInto<T, V>(ownRows, rows, own, columns, samples, ref left[0], rows, ref right[0], row, ref result[0]);
        Contraction.Multiply<T, V>(rows, columns, samples, ref left[0], 1, rows, ref right[0], row, ref Unsafe.NullRef<T>(), ref expected[0], row, partialSums: 1);
        int[] places = Stripped.Places(rows, columns);
        for (int i = 0; i < places.Length; i++)
        {
            (int r, int c) = Math.DivRem(i, columns);
            bool isOwn = r >= ownRows.First && r < ownRows.End && c >= own.First && c < own.End;
            Same(result[places[i]], isOwn ? expected[(r * row) + c] : T.Zero, $"{typeof(V)} gradient [{rows} x {columns}] of {samples}, {ownRows}, {own}: [{r}, {c}]");
        }
    }

    private static void Turned<T, V>(Share ownRows, int rows, Share ownColumns, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        T[] elements = Filled<T>(rows * columns), source = InStrips(elements, rows, columns);
        int first = columns % 2; // whether a cache line begins there
        var copy = Aligned<T>.Buffer.Span.Slice(first, Stripped.Length(columns, rows));
        copy.Clear();
        StripTransposition.Copy<T, V>(ownRows, rows, ownColumns, columns, ref source[0], ref copy[0]);
        int[] places = Stripped.Places(columns, rows);
        for (int i = 0; i < places.Length; i++)
        {
            (int c, int r) = Math.DivRem(i, rows);
            bool isOwn = r >= ownRows.First && r < ownRows.End && c >= ownColumns.First && c < ownColumns.End;
            Same(copy[places[i]], isOwn ? elements[(r * columns) + c] : T.Zero, $"{typeof(V)} turned [{rows} x {columns}], {ownRows}, {ownColumns}: [{c}, {r}]");
        }
    }

    private static int Padded(int columns) => (columns + 15) / 16 * 16;

    private static T[] Filled<T>(int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => [.. Enumerable.Range(0, length).Select(_ => T.CreateTruncating(Random.NextDouble() - 0.4))];

    private static T[] InRows<T>(T[] elements, int rows, int columns)
        where T : unmanaged
    {
        var padded = new T[(rows * Padded(columns)) + 16];
        for (int i = 0; i < elements.Length; i++)
        {
            padded[(i / columns * Padded(columns)) + (i % columns)] = elements[i];
        }

        return padded;
    }

    private static T[] InStrips<T>(T[] elements, int rows, int columns)
        where T : unmanaged
    {
        var strips = new T[Stripped.Length(rows, columns)];
        int[] places = Stripped.Places(rows, columns);
        for (int i = 0; i < elements.Length; i++)
        {
            strips[places[i]] = elements[i];
        }

        return strips;
    }

    private static void Same<T>(T actual, T expected, string where)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!actual.Equals(expected))
        {
            Assert.Fail($"{where} is {actual}, not {expected}");
        }
    }

    /// <summary>Where cache lines begin, as trainers have it.</summary>
    private static class Aligned<T>
        where T : unmanaged
    {
        public static readonly AlignedBuffer<T> Buffer = new(Stripped.Length(Columns[^1], Columns[^1]) + 1);
    }
}
