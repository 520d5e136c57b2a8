using System.Runtime.CompilerServices;

namespace NetGen.Benchmarks;

/// <summary>
/// Three calls within each other, with ten arguments each: as many instructions a cycle as the core takes, no waits and next to no memory.
/// </summary>
/// <remarks>
/// On a virtual machine the core's other thread may be somebody else's. There are times when these calls take 1.5 times their least,
/// multiply-adds 1.05 times, and chains of operations no longer: what such a thread would do. Code of many instructions is then slower,
/// by up to as much; a figure is that of a quiet core only if the calls beside it took their least.
/// </remarks>
internal static class NestedCalls
{
    private const int Count = 20_000;
    private const MethodImplOptions Plain = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    private static int last;

    /// <summary>Nanoseconds for the three.</summary>
    public static double Measure()
    {
        double before = ThreadClock.Own();
        Run();
        return (ThreadClock.Own() - before) / Count * 1e9;
    }

    [MethodImpl(Plain)]
    private static void Run()
    {
        int sum = 0;
        for (int call = 0; call < Count; call++)
        {
            sum += Outer(call, 2, 3, 4, 5, 6, 7, 8, 9, sum);
        }

        last = sum;
    }

    [MethodImpl(Plain)]
    private static int Outer(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) => Middle(a + 1, b, c, d, e, f, g, h, i, j) + j;

    [MethodImpl(Plain)]
    private static int Middle(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) => Inner(a + 1, b, c, d, e, f, g, h, i, j) + i;

    [MethodImpl(Plain)]
    private static int Inner(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) => a + b + c + d + e + f + g + h + i + j;
}
