using System.Numerics;
using NetGen.Kernels;

namespace NetGen.Tests.Kernels;

/// <summary>Rows turned over come back as they were, and nothing else is touched.</summary>
public class RowBlockTests
{
    private const int Stride = 16;
    private const double Untouched = -1;

    [Fact]
    public void Turns_floats_over_and_back() => CheckAll<float, Lanes512<float>, Lanes256<float>, Lanes128<float>, Lane<float>>();

    [Fact]
    public void Turns_doubles_over_and_back() => CheckAll<double, Lanes512<double>, Lanes256<double>, Lanes128<double>, Lane<double>>();

    [Fact]
    public void Stores_lanes_below_an_end_only()
    {
        for (int end = 0; end <= 20; end++)
        {
            CheckStore<float, Lanes512<float>>(end);
            CheckStore<float, Lanes256<float>>(end);
            CheckStore<float, Lanes128<float>>(end);
            CheckStore<double, Lanes512<double>>(end);
            CheckStore<double, Lane<double>>(end);
        }
    }

    private static void CheckAll<T, V512, V256, V128, V1>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V512 : struct, ILanes<T, V512>
        where V256 : struct, ILanes<T, V256>
        where V128 : struct, ILanes<T, V128>
        where V1 : struct, ILanes<T, V1>
    {
        for (int rows = 1; rows <= 20; rows++)
        {
            for (int columns = 1; columns <= Stride; columns++)
            {
                Check<T, V512>(rows, columns);
                Check<T, V256>(rows, columns);
                Check<T, V128>(rows, columns);
                Check<T, V1>(rows, columns);
            }
        }
    }

    private static void Check<T, V>(int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        string what = $"{typeof(V)}, {rows} rows of {columns}";
        T[] source = [.. Enumerable.Range(1, rows * Stride).Select(T.CreateChecked)];
        var turned = new T[Stride * V.Count];
        T[] back = [.. Enumerable.Repeat(T.CreateChecked(Untouched), (rows + 1) * Stride)];

        RowBlock.Read<T, V>(rows, columns, ref source[0], Stride, ref turned[0]);
        RowBlock.Write<T, V>(rows, columns, ref turned[0], ref back[0], Stride);

        int blockRows = Math.Min(rows, V.Count);
        for (int row = 0; row < blockRows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                turned[column * V.Count + row].ShouldBe(source[row * Stride + column], what);
                back[row * Stride + column].ShouldBe(source[row * Stride + column], what);
            }
        }

        back.Skip(blockRows * Stride).Distinct().ShouldBe([T.CreateChecked(Untouched)], what);
    }

    private static void CheckStore<T, V>(int end)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        var destination = new T[40];
        const int First = 2;
        if (end > First)
        {
            LaneMask.StoreBelow(V.Broadcast(T.One), ref destination[0], First, end);
        }

        for (int i = 0; i < destination.Length; i++)
        {
            destination[i].ShouldBe(i >= First && i < Math.Min(end, First + V.Count) ? T.One : T.Zero, $"{typeof(V)}, {i} below {end}");
        }
    }
}
