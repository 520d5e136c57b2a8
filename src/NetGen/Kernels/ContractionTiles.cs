using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Kernels;

/// <summary>Covers a result with register tiles of nearly equal height.</summary>
internal static class ContractionTiles
{
    /// <summary>Below this many rows, single rows with more vectors keep the multiply-adders busier.</summary>
    public const int LeastRows = 3;

    /// <summary>Rows of a tile of two vectors: 12 where there are 32 registers, 6 where there are 16.</summary>
    private static int MostRows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512F.VL.IsSupported || AdvSimd.IsSupported ? 12 : 6;
    }

    /// <summary>
    /// Whether tiles are to fetch the rows of the result below them: where the first cache may not have them, and the sums take longer
    /// than the fetch. In digits' 64 x 32, which is there already, fetches took 2 % of the time.
    /// </summary>
    public static bool FetchingPays(int depth, nint resultBytes) => depth >= 32 && resultBytes > 16 * 1024;

    /// <summary>Computes the result; the operands are used up.</summary>
    public static void Run<T, V>(ref ContractionOperands<T> operands, int rows, int vectors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        if (vectors % 2 != 0)
        {
            var last = operands;
            last.SkipColumns((nint)(vectors - 1) * V.Count);
            Run<T, V, One>(ref last, rows, 1);
        }

        if (vectors > 1)
            Run<T, V, Two>(ref operands, rows, vectors / 2);
    }

    /// <summary>Rows that do not divide are shared out: 13 are 5 + 4 + 4, not 6 + 6 + 1, since a low tile waits for its own sums.</summary>
    private static void Run<T, V, TVectors>(ref ContractionOperands<T> operands, int rows, int panels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        where TVectors : struct, IConstant
    {
        int mostRows = TVectors.Value == 1 ? 12 : MostRows;
        int tiles = (int)((uint)(rows + mostRows - 1) / (uint)mostRows);
        int height = (int)((uint)rows / (uint)tiles);
        int higher = rows - height * tiles;
        if (higher > 0)
        {
            Panels<T, V, TVectors>(in operands, height + 1, higher, panels);
            operands.SkipRows(higher * (height + 1));
        }

        Panels<T, V, TVectors>(in operands, height, tiles - higher, panels);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Panels<T, V, TVectors>(ref readonly ContractionOperands<T> operands, int height, int tiles, int panels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        where TVectors : struct, IConstant
    {
        switch (height)
        {
            case 1: ContractionTile<T, V, One, TVectors>.Run(in operands, tiles, panels); break;
            case 2: ContractionTile<T, V, Two, TVectors>.Run(in operands, tiles, panels); break;
            case 3: ContractionTile<T, V, Three, TVectors>.Run(in operands, tiles, panels); break;
            case 4: ContractionTile<T, V, Four, TVectors>.Run(in operands, tiles, panels); break;
            case 5: ContractionTile<T, V, Five, TVectors>.Run(in operands, tiles, panels); break;
            case 6: ContractionTile<T, V, Six, TVectors>.Run(in operands, tiles, panels); break;
            case 7: ContractionTile<T, V, Seven, TVectors>.Run(in operands, tiles, panels); break;
            case 8: ContractionTile<T, V, Eight, TVectors>.Run(in operands, tiles, panels); break;
            case 9: ContractionTile<T, V, Nine, TVectors>.Run(in operands, tiles, panels); break;
            case 10: ContractionTile<T, V, Ten, TVectors>.Run(in operands, tiles, panels); break;
            case 11: ContractionTile<T, V, Eleven, TVectors>.Run(in operands, tiles, panels); break;
            default: ContractionTile<T, V, Twelve, TVectors>.Run(in operands, tiles, panels); break;
        }
    }
}
