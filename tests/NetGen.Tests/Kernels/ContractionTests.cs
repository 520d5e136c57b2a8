using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Kernels;

namespace NetGen.Tests.Kernels;

/// <summary>Every width gives the bits of one plain loop, reads and writes nothing outside, and no row knows of its neighbours.</summary>
public class ContractionTests
{
    private static readonly int[] Depths = [0, 1, 2, 3, 4, 5, 7, 8, 13, 31, 64, 70];

    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (string lanes in (string[])["512 float", "256 float", "128 float", "1 float", "512 double", "256 double", "128 double", "1 double"])
        {
            foreach (int partialSums in (int[])[1, 2, 4])
                cases.Add(lanes, partialSums);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void GivesTheBitsOfThePlainLoop(string lanes, int partialSums)
    {
        for (int rows = 1; rows <= 30; rows++)
        {
            // All widths and depths come up with all row counts' remainders, without all 30 · 70 · 12 products of them.
            for (int columns = 1 + rows % 7; columns <= 70; columns += 7)
            {
                int depth = Depths[(rows + columns) % Depths.Length];
                bool started = (rows + columns / 7) % 2 == 0;
                bool transposed = (rows + columns / 2) % 3 == 0;
                Check(lanes, new(rows, columns, depth, partialSums, started, transposed));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void GivesTheBitsOfThePlainLoopWhereTheSumIsCutIntoBlocks(string lanes, int partialSums)
    {
        // Large enough for the right operand to be copied, which only one sum in order needs.
        int times = partialSums == 1 ? 4 : 1;
        Check(lanes, new(Rows: 37, Columns: 90, Depth: 250 * times, partialSums, Started: true, Transposed: false));
        Check(lanes, new(Rows: 61, Columns: 40, Depth: 275 * times, partialSums, Started: false, Transposed: true));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void GivesTheBitsOfThePlainLoopWhereARowMeetsALargeMatrix(string lanes, int partialSums)
    {
        // Several panels of columns, of nearly equal width; all remainders of rows and of vectors.
        for (int rest = 0; rest < 8; rest++)
        {
            Check(lanes, new(Rows: 1, Columns: 290 + 9 * rest, Depth: 40 + rest, partialSums, Started: rest % 2 == 0, Transposed: false));
            Check(lanes, new(Rows: 2, Columns: 355 - 9 * rest, Depth: 47 - rest, partialSums, Started: rest % 3 == 0, Transposed: true));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void GivesTheBitsOfThePlainLoopWhereRowsAreWide(string lanes, int partialSums)
    {
        // Four rows of the matrix are read at a time, or one where four are more than a kilobyte; all widths of a panel, all remainders of four.
        for (int columns = 1; columns <= 137; columns += 8)
        {
            for (int depth = 17; depth <= 20; depth++)
            {
                Check(lanes, new(Rows: 1, columns, depth, partialSums, Started: true, Transposed: false));
                Check(lanes, new(Rows: 2, columns, depth, partialSums, Started: columns % 16 == 1, Transposed: depth % 2 == 0));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void GivesTheBitsOfThePlainLoopWhereRowsAreShort(string lanes, int partialSums)
    {
        // Up to 16 products and 16 columns they are computed within the caller.
        for (int depth = 0; depth <= 18; depth++)
        {
            for (int columns = 1; columns <= 18; columns++)
            {
                Check(lanes, new(Rows: 1, columns, depth, partialSums, Started: true, Transposed: false));
                Check(lanes, new(Rows: 2, columns, depth, partialSums, Started: columns % 2 == 0, Transposed: depth % 2 == 0));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void GivesTheBitsOfThePlainLoopWhereRowsHaveZeros(string lanes, int partialSums)
    {
        foreach (int depth in (int[])[63, 64, 65, 100, 127, 128, 200])
        {
            for (int columns = 1; columns <= 137; columns += 8)
            {
                int zeros = new[] { 20, 40, 50, 80, 95, 100 }[(depth + columns) % 6];
                Check(lanes, new(Rows: 1, columns, depth, partialSums, Started: columns % 16 == 1, Transposed: false, zeros));
                Check(lanes, new(Rows: 2, columns, depth, partialSums, Started: true, Transposed: depth % 2 == 0, zeros));
            }
        }
    }

    [Theory]
    [InlineData(64, 50, true)]
    [InlineData(200, 60, true)]
    [InlineData(200, 20, false)]
    [InlineData(63, 60, false)]
    public void ARowAloneLeavesProductsOfManyZerosOut(int depth, int zeros, bool leavesOut)
    {
        var operands = new ContractionOperandsUnderTest<float>(new(Rows: 1, Columns: 40, depth, PartialSums: 1, Started: true, Transposed: false, zeros));
        operands.PutInfinityBesideZeros();
        operands.Multiply<Lanes256<float>>();

        operands.Row(0).ToArray().ShouldAllBe(sum => float.IsFinite(sum) == leavesOut);
    }

    [Fact]
    public void GivesARowTheSameBitsAloneAndAmongOthers()
    {
        var case30 = new ContractionCase(Rows: 30, Columns: 200, Depth: 600, PartialSums: 1, Started: true, Transposed: false);
        var many = new ContractionOperandsUnderTest<float>(case30);
        many.Multiply<Lanes256<float>>();
        var one = new ContractionOperandsUnderTest<float>(case30 with { Rows = 1 });
        one.Multiply<Lanes256<float>>();

        one.Row(0).ToArray().ShouldBe(many.Row(0).ToArray());
    }

    private static void Check(string lanes, ContractionCase test)
    {
        switch (lanes)
        {
            case "512 float": Check<float, Lanes512<float>>(test); break;
            case "256 float": Check<float, Lanes256<float>>(test); break;
            case "128 float": Check<float, Lanes128<float>>(test); break;
            case "1 float": Check<float, Lane<float>>(test); break;
            case "512 double": Check<double, Lanes512<double>>(test); break;
            case "256 double": Check<double, Lanes256<double>>(test); break;
            case "128 double": Check<double, Lanes128<double>>(test); break;
            case "1 double": Check<double, Lane<double>>(test); break;
            default: throw new ArgumentOutOfRangeException(nameof(lanes), lanes, "Not a width.");
        }
    }

    private static void Check<T, V>(ContractionCase test)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        var operands = new ContractionOperandsUnderTest<T>(test);
        operands.Multiply<V>();
        operands.Difference(V.Count).ShouldBeNull($"{typeof(V)}: {test}");
    }
}
