namespace NetGen.Weights;

/// <summary>One tensor of a safetensors file, as its header says.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements, such as <c>F32</c>.</param>
/// <param name="Shape">The sizes of its axes; none for a single number.</param>
/// <param name="Start">Its first byte, counted from the end of the header.</param>
/// <param name="End">The byte behind its last.</param>
internal sealed record SafetensorsEntry(string Name, string Type, IReadOnlyList<long> Shape, long Start, long End)
{
    /// <summary>The number of its bytes.</summary>
    public long Length => End - Start;
}
