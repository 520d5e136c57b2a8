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
    /// <remarks>
    /// Lanes write the question out: asked here by each multiply-add of a tile, it takes the method past the number of locals up to which
    /// the compiler inlines, where it has no such instruction.
    /// </remarks>
    public static bool FusesMultiplyAdd
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Fma.IsSupported || AdvSimd.IsSupported;
    }
}
