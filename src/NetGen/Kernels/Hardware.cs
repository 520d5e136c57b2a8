using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Kernels;

/// <summary>What the machine can do, as constants of the just-in-time compiler.</summary>
internal static class Hardware
{
    /// <summary>
    /// Whether multiply-add is one instruction. Where it is not, its emulation is about 190 times slower, so every width multiplies,
    /// rounds, then adds.
    /// </summary>
    public static bool FusesMultiplyAdd
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Fma.IsSupported || AdvSimd.IsSupported;
    }
}
