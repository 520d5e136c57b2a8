using System;
using System.Collections.Generic;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>Steps that run in order, and the memory that they share.</summary>
internal sealed record Plan(IReadOnlyList<Step> Steps, MemoryLayout Memory);

/// <summary>
/// Where tensors stand in one arena: at <c>PerSample · capacity</c> elements from its start, for the capacity in samples.
/// Tensors that are not of samples follow behind all others.
/// </summary>
internal sealed class MemoryLayout
{
    /// <summary>The offset of each tensor; in elements per sample, or in elements for tensors that are not of samples.</summary>
    public Dictionary<Tensor, int> Offsets { get; } = [];

    /// <summary>Elements for each sample.</summary>
    public int PerSample { get; set; }

    /// <summary>Elements behind those of the samples.</summary>
    public int Fixed { get; set; }

    /// <summary>Lets two layouts take turns in one arena, large enough for both.</summary>
    public void ShareWith(MemoryLayout other)
    {
        PerSample = other.PerSample = Math.Max(PerSample, other.PerSample);
        Fixed = other.Fixed = Math.Max(Fixed, other.Fixed);
    }
}
