namespace NetGen;

/// <summary>The element type that a network computes in.</summary>
public enum Precision
{
    /// <summary>32-bit floating point (<see cref="float"/>).</summary>
    Single,

    /// <summary>64-bit floating point (<see cref="double"/>).</summary>
    Double,
}
