namespace NetGen.Reference;

/// <summary>A gradient check of one tensor.</summary>
public sealed record TensorReport
{
    /// <summary>The tensor's name.</summary>
    public required string Name { get; init; }

    /// <summary>The tensor's shape.</summary>
    public required IReadOnlyList<int> Shape { get; init; }

    /// <summary>Generated code against the reference engine's tape, every entry.</summary>
    public required Comparison GeneratedToReference { get; init; }

    /// <summary>The reference engine's tape against central differences.</summary>
    public required Comparison ReferenceToDifferences { get; init; }

    /// <summary>Generated code against central differences.</summary>
    public required Comparison GeneratedToDifferences { get; init; }

    /// <summary>The entries that central differences were taken of.</summary>
    public required int Sampled { get; init; }

    /// <summary>Those among them that were left out of the comparison, since the loss has a corner there.</summary>
    public required int Corners { get; init; }

    /// <summary>Whether generated code and reference agree within the tolerances.</summary>
    public required bool ReferencePassed { get; init; }

    /// <summary>Whether both agree with central differences within the tolerances.</summary>
    public required bool DifferencesPassed { get; init; }

    /// <summary>Whether all three agree within the tolerances.</summary>
    public bool Passed => ReferencePassed && DifferencesPassed;

    /// <summary>The entry where generated code and reference are furthest apart, one number per axis; empty if the tensor is.</summary>
    public IReadOnlyList<int> WorstEntry => EntryOf(GeneratedToReference.WorstIndex);

    /// <summary>A place in row-major order as one number per axis; empty below 0.</summary>
    internal int[] EntryOf(int place)
    {
        int[] entry = new int[place < 0 ? 0 : Shape.Count];
        for (int axis = entry.Length - 1; axis >= 0; axis--)
        {
            (place, entry[axis]) = Math.DivRem(place, Shape[axis]);
        }

        return entry;
    }
}
