namespace NetGen.Kernels;

/// <summary>
/// A number as a type. The compiler makes one body of a method per type argument of value type, in which the number is a literal
/// and every branch it decides is gone: one source text serves all sizes of a tile.
/// </summary>
internal interface IConstant
{
    /// <summary>The number.</summary>
    static abstract int Value { get; }
}
