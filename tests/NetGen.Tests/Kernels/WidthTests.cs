using System.Numerics;
using System.Runtime.InteropServices;
using NetGen.Kernels;

namespace NetGen.Tests.Kernels;

/// <summary>Every operation gives the same bits at every width. (Two NaNs count as the same: IEEE 754 leaves their bits open.)</summary>
public class WidthTests
{
    private static readonly string[] Unary = [.. LaneFunction.Names, "Abs", "Sqrt", "Round", "FlushSubnormal", "Negate", "ShiftLeft", "ShiftRight"];

    public static TheoryData<string> Operations => [.. Unary];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Unary_operations_agree(string name)
    {
        var single = Values.Single();
        Same(single, LaneFunction.Apply<float, Lane<float>>(name, single), LaneFunction.Apply<float, Lanes128<float>>(name, single));
        Same(single, LaneFunction.Apply<float, Lane<float>>(name, single), LaneFunction.Apply<float, Lanes256<float>>(name, single));
        Same(single, LaneFunction.Apply<float, Lane<float>>(name, single), LaneFunction.Apply<float, Lanes512<float>>(name, single));
        var real = Values.Double();
        Same(real, LaneFunction.Apply<double, Lane<double>>(name, real), LaneFunction.Apply<double, Lanes128<double>>(name, real));
        Same(real, LaneFunction.Apply<double, Lane<double>>(name, real), LaneFunction.Apply<double, Lanes256<double>>(name, real));
        Same(real, LaneFunction.Apply<double, Lane<double>>(name, real), LaneFunction.Apply<double, Lanes512<double>>(name, real));
    }

    [Fact]
    public void Operations_of_two_and_three_agree()
    {
        var single = Values.Single();
        var expected = Combine<float, Lane<float>>(single);
        Same(single, expected, Combine<float, Lanes128<float>>(single));
        Same(single, expected, Combine<float, Lanes256<float>>(single));
        Same(single, expected, Combine<float, Lanes512<float>>(single));
        var real = Values.Double();
        var expectedReal = Combine<double, Lane<double>>(real);
        Same(real, expectedReal, Combine<double, Lanes128<double>>(real));
        Same(real, expectedReal, Combine<double, Lanes256<double>>(real));
        Same(real, expectedReal, Combine<double, Lanes512<double>>(real));
    }

    [Fact]
    public void Indices_count_from_the_first()
    {
        Indices<float, Lanes512<float>>().ShouldBe(Indices<float, Lane<float>>());
        Indices<float, Lanes256<float>>().ShouldBe(Indices<float, Lane<float>>());
        Indices<float, Lanes128<float>>().ShouldBe(Indices<float, Lane<float>>());
        Indices<double, Lanes512<double>>().ShouldBe(Indices<double, Lane<double>>());
        Indices<double, Lanes256<double>>().ShouldBe(Indices<double, Lane<double>>());
        Indices<double, Lanes128<double>>().ShouldBe(Indices<double, Lane<double>>());
        Indices<double, Lane<double>>()[3].ShouldBe(20_000_003);
    }

    [Fact]
    public void Four_neighbours_are_broadcast()
    {
        Broadcast<float, Lanes512<float>>().ShouldBe([1, 2, 3, 4]);
        Broadcast<float, Lanes256<float>>().ShouldBe([1, 2, 3, 4]);
        Broadcast<float, Lanes128<float>>().ShouldBe([1, 2, 3, 4]);
        Broadcast<float, Lane<float>>().ShouldBe([1, 2, 3, 4]);
        Broadcast<double, Lanes512<double>>().ShouldBe([1, 2, 3, 4]);
        Broadcast<double, Lanes256<double>>().ShouldBe([1, 2, 3, 4]);
        Broadcast<double, Lanes128<double>>().ShouldBe([1, 2, 3, 4]);
        Broadcast<double, Lane<double>>().ShouldBe([1, 2, 3, 4]);
    }

    // The results of all operations, one after another; the operands are the values and two rotations of them. The rotation by one
    // pairs 0 with −0, and NaN with a number on either side.
    private static T[] Combine<T, V>(T[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        T[] b = [.. values[1..], .. values[..1]];
        T[] c = [.. values[29..], .. values[..29]];
        Func<V, V, V, V>[] operations =
        [
            static (x, y, z) => x + y, static (x, y, z) => x - y, static (x, y, z) => x * y, static (x, y, z) => x / y,
            V.MultiplyAdd, static (x, y, z) => V.Max(x, y), static (x, y, z) => V.Min(x, y),
            static (x, y, z) => V.Select(V.Less(x, y), z, x), static (x, y, z) => V.Select(V.LessOrEqual(x, y), z, x),
            static (x, y, z) => V.Select(V.Equal(x, V.Round(x)), y, z), static (x, y, z) => V.And(x, y), static (x, y, z) => V.Or(x, y),
            static (x, y, z) => V.Xor(x, y), static (x, y, z) => V.AddBits(x, y), static (x, y, z) => V.SubtractBits(x, y),
            static (x, y, z) => Sum<T, V>(x, y, z), static (x, y, z) => SumFromMemory<T, V>(x, y, z), static (x, y, _) => SumOfBroadcast<T, V>(x, y),
            static (x, y, z) => V.And(V.Less(x, y), V.Broadcast(T.One)), static (x, y, z) => V.Or(V.LessOrEqual(x, y), z),
        ];
        var results = new List<T>();
        foreach (var operation in operations)
        {
            var y = new T[values.Length];
            for (nint i = 0; i < values.Length; i += V.Count)
            {
                V.Store(operation(V.Load(in values[0], i), V.Load(in b[0], i), V.Load(in c[0], i)), ref y[0], i);
            }

            results.AddRange(y);
        }

        return [.. results];
    }

    private static V Sum<T, V>(V left, V right, V sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V.Accumulate(ref sum, left, right);
        return sum;
    }

    private static V SumFromMemory<T, V>(V left, V right, V sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        var memory = new T[V.Count + 3];
        V.Store(right, ref memory[0], 3);
        V.Accumulate(ref sum, left, in memory[0], 3);
        return sum;
    }

    private static V SumOfBroadcast<T, V>(V right, V sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        T third = T.One / T.CreateChecked(3);
        V.AccumulateBroadcast(ref sum, in third, right);
        return sum;
    }

    // Each vector's value, which stands in all of its lanes.
    private static T[] Broadcast<T, V>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        T[] values = [T.Zero, .. Enumerable.Range(1, 4).Select(i => T.CreateChecked(i))];
        V.BroadcastFour(in values[1], out V first, out V second, out V third, out V fourth);
        return [.. new[] { first, second, third, fourth }.Select(vector => Elements<T, V>(vector).Distinct().Single())];
    }

    private static T[] Elements<T, V>(V vector)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        var elements = new T[V.Count];
        V.Store(vector, ref elements[0], 0);
        return elements;
    }

    private static T[] Indices<T, V>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        var y = new T[16];
        for (nint i = 0; i < 16; i += V.Count)
        {
            V.Store(V.Indices(20_000_000 + i), ref y[0], i);
        }

        return y;
    }

    private static void Same<T>(T[] x, T[] expected, T[] actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        actual.Length.ShouldBe(expected.Length);
        int at = Enumerable.Range(0, actual.Length).FirstOrDefault(i => !IsSame(actual[i], expected[i]), -1);
        at.ShouldBe(-1, at < 0 ? "" : $"at {x[at % x.Length]}: {actual[at]}, not {expected[at]}");
    }

    private static bool IsSame<T>(T left, T right)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in left)).SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in right)))
            || (T.IsNaN(left) && T.IsNaN(right));
}
