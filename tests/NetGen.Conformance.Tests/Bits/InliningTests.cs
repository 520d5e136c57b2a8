using System.Globalization;

namespace NetGen.Conformance.Tests.Bits;

/// <summary>
/// What the just-in-time compiler makes of lane operations: instructions, in programs that only predict and in those that train. A
/// method that exceeds its limits is slower by a factor, and nothing but this says so.
/// </summary>
public sealed class InliningTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("0")]
    public void No_lane_operation_is_left_as_a_call(string avx2)
    {
        // Without AVX2 multiply-add is two operations. Without the delay that tells start-up from work, all is compiled with optimizations in little time on a loaded machine too.
        string[] lines = BitsProgram.Run(["inlining"], ("DOTNET_TC_CallCountingDelayMs", "0"), ("DOTNET_EnableAVX2", avx2));
        string[] networks = [.. lines.TakeWhile(line => line.Contains("Net ", StringComparison.Ordinal))];
        networks.Length.ShouldBe(11);
        foreach (string network in networks)
        {
            // The numbers of operations that vanished in its kernels: the proof that they were compiled with optimizations.
            network.Split(' ')[1..].ShouldAllBe(count => int.Parse(count, CultureInfo.InvariantCulture) > 20, network);
        }

        lines[networks.Length..].ShouldBeEmpty();
    }
}
