using System.Linq;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Binding;

/// <summary>The sizes of a sample's axes, channels first, without the batch axis.</summary>
internal sealed record Shape(EquatableArray<int> Sizes)
{
    public Shape(params int[] sizes)
        : this(new EquatableArray<int>(sizes))
    {
    }

    public int Rank => Sizes.Count;

    /// <summary>The size of the last axis.</summary>
    public int Columns => Sizes[Rank - 1];

    /// <summary>The number of vectors along the last axis.</summary>
    public int Rows => Size / Columns;

    /// <summary>The number of elements.</summary>
    public int Size => Sizes.Aggregate(1, (product, size) => product * size);

    /// <summary>The same shape with another last axis.</summary>
    public Shape WithColumns(int columns) => new([.. Sizes.Take(Rank - 1), columns]);

    public override string ToString() => Sizes.ToString();
}
