namespace NetGen.Generator.Programs;

/// <summary>How a tensor lies along the rows and columns of the points that pointwise work visits.</summary>
internal enum TensorKind
{
    /// <summary>An element for every row and column.</summary>
    Matrix,

    /// <summary>One element for every row, the same for all its columns.</summary>
    PerRow,

    /// <summary>One element for every column, the same for all rows.</summary>
    PerColumn,

    /// <summary>One element in memory.</summary>
    Scalar,

    /// <summary>One element that a method takes as an argument.</summary>
    Argument,

    /// <summary>A key of random numbers that a method takes as an argument.</summary>
    Key,
}

/// <summary>
/// A value of the program, compared by identity. A sample of shape [a, b, c] is stored as a · b rows of c columns.
/// </summary>
internal sealed class Tensor(string name, TensorKind kind, bool perSample, int rows, int columns)
{
    /// <summary>The layer's name, or the layer's and the tensor's.</summary>
    public string Name { get; } = name;

    public TensorKind Kind { get; } = kind;

    /// <summary>Whether there are <see cref="Rows"/> rows for every sample, and not for all of them together.</summary>
    public bool PerSample { get; } = perSample;

    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    /// <summary>The elements of one sample, or of the whole tensor.</summary>
    public int Size => Rows * Columns;

    /// <summary>The points at which an expression with this tensor's value at each is evaluated.</summary>
    public Space Space => new(PerSample, Rows, Columns);

    public override string ToString() => Name;
}

/// <summary>The points that pointwise work visits: rows, for every sample or in all, times columns.</summary>
internal sealed record Space(bool PerSample, int Rows, int Columns)
{
    /// <summary>A matrix of this extent.</summary>
    public Tensor Matrix(string name) => new(name, TensorKind.Matrix, PerSample, Rows, Columns);

    /// <summary>A value for each row.</summary>
    public Tensor PerRow(string name) => new(name, TensorKind.PerRow, PerSample, Rows, 1);

    /// <summary>A value for each column.</summary>
    public Tensor PerColumn(string name) => new(name, TensorKind.PerColumn, false, 1, Columns);

    /// <summary>A single value.</summary>
    public static Tensor Scalar(string name) => new(name, TensorKind.Scalar, false, 1, 1);
}
