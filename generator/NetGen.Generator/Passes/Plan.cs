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

    /// <summary>Where a tensor begins in an arena for some samples, as an expression.</summary>
    /// <param name="tensor">A tensor that has its place here.</param>
    /// <param name="samples">How many samples there is memory for.</param>
    public string PlaceOf(Tensor tensor, string samples) => PlaceOf(tensor, samples, PerSample);

    /// <summary>As <see cref="PlaceOf(Tensor, string)"/>, where each sample has more memory than this layout gives it.</summary>
    public string PlaceOf(Tensor tensor, string samples, int perSample) =>
        tensor.PerSample ? $"{samples} * {Offsets[tensor]}" : $"{samples} * {perSample} + {Offsets[tensor]}";

    /// <summary>Whether two tensors share memory; those outside of the arena, such as parameters and gradients, have memory of their own.</summary>
    public bool Overlap(Tensor one, Tensor other) => Offsets.TryGetValue(one, out int start) && Offsets.TryGetValue(other, out int otherStart)
        ? one.PerSample == other.PerSample && start < otherStart + other.PaddedSize() && otherStart < start + one.PaddedSize()
        : one == other;

    /// <summary>Lets two layouts take turns in one arena, large enough for both.</summary>
    public void ShareWith(MemoryLayout other)
    {
        PerSample = other.PerSample = Math.Max(PerSample, other.PerSample);
        Fixed = other.Fixed = Math.Max(Fixed, other.Fixed);
    }
}
