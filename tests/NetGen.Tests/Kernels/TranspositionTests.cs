using System.Numerics;
using NetGen.Kernels;

namespace NetGen.Tests.Kernels;

public class TranspositionTests
{
    [Fact]
    public void TurnsFloatsOver() => CheckAll<float, Lanes512<float>, Lanes256<float>, Lanes128<float>, Lane<float>>();

    [Fact]
    public void TurnsDoublesOver() => CheckAll<double, Lanes512<double>, Lanes256<double>, Lanes128<double>, Lane<double>>();

    private static void CheckAll<T, V512, V256, V128, V1>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V512 : struct, ILanes<T, V512>
        where V256 : struct, ILanes<T, V256>
        where V128 : struct, ILanes<T, V128>
        where V1 : struct, ILanes<T, V1>
    {
        for (int rows = 0; rows <= 40; rows++)
        {
            for (int columns = 0; columns <= 40; columns++)
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
        int sourceRow = columns + 3, destinationRow = rows + 5;
        var source = new T[rows * sourceRow + 1];
        for (int i = 0; i < source.Length; i++)
            source[i] = T.CreateChecked(i + 1);
        var destination = new T[columns * destinationRow + 1];

        Transposition.Copy<T, V>(rows, columns, ref source[0], sourceRow, ref destination[0], destinationRow);

        for (int i = 0; i < destination.Length; i++)
        {
            (int c, int r) = Math.DivRem(i, destinationRow);
            T expected = r < rows && c < columns ? source[r * sourceRow + c] : T.Zero;
            if (destination[i] != expected)
                Assert.Fail($"{typeof(V)}, {rows} x {columns}: [{c}, {r}] is {destination[i]}, not {expected}");
        }
    }
}
