using System.Globalization;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Conformance.Tests.Bits;

/// <summary>
/// What the just-in-time compiler makes of lane operations: instructions, in programs that only predict and in those that train. A
/// method that exceeds its limits is slower by a factor, and nothing but this says so.
/// </summary>
public sealed class InliningTests
{
    [Fact]
    public void No_lane_operation_is_left_as_a_call()
    {
        if (!Fma.IsSupported && !AdvSimd.IsSupported)
        {
            // Multiply-add is two operations there, too many for the largest tiles: a fallback that works, at less speed.
            return;
        }

        // Without the delay that tells start-up from work, all is compiled with optimizations in little time on a loaded machine too.
        string[] lines = BitsProgram.Run(["inlining"], ("DOTNET_TC_CallCountingDelayMs", "0"));
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
