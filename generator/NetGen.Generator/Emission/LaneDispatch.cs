using System;

namespace NetGen.Generator.Emission;

/// <summary>Writes the choice of the widest vectors that the machine has; the JIT leaves one branch of it.</summary>
internal static class LaneDispatch
{
    public static void Emit(CodeWriter writer, string type, Func<string, string> statement)
    {
        foreach (int bits in new[] { 512, 256, 128 })
        {
            using (writer.Block($"if (global::System.Runtime.Intrinsics.Vector{bits}.IsHardwareAccelerated)"))
            {
                writer.Line(statement($"global::NetGen.Kernels.Lanes{bits}<{type}>"));
                if (!statement("").StartsWith("return", StringComparison.Ordinal))
                {
                    writer.Line("return;");
                }
            }

            writer.Gap();
        }

        writer.Line(statement($"global::NetGen.Kernels.Lane<{type}>"));
    }
}
