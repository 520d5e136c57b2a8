using System;

namespace NetGen.Generator.Emission;

/// <summary>Writes the choice of the widest vectors that the machine has; the JIT leaves one branch of it.</summary>
internal static class LaneDispatch
{
    /// <summary>Writes the choice at the end of a method.</summary>
    /// <param name="writer">Receives the code.</param>
    /// <param name="type">The element type.</param>
    /// <param name="statement">What is done with lanes of a type.</param>
    /// <param name="returns">Whether the statement itself leaves the method, with a value.</param>
    public static void Emit(CodeWriter writer, string type, Func<string, string> statement, bool returns)
    {
        foreach (int bits in new[] { 512, 256, 128 })
        {
            using (writer.Block($"if (global::System.Runtime.Intrinsics.Vector{bits}.IsHardwareAccelerated)"))
            {
                writer.Line(statement($"global::NetGen.Kernels.Lanes{bits}<{type}>"));
                if (!returns)
                {
                    writer.Line("return;");
                }
            }

            writer.Gap();
        }

        writer.Line(statement($"global::NetGen.Kernels.Lane<{type}>"));
    }
}
