namespace NetGen.Threading;

/// <summary>A run of rows, columns or elements that one member of a team works on.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many; 0 where there is nothing left for this member.</param>
public readonly record struct Share(int First, int Count)
{
    /// <summary>What follows the last of them.</summary>
    public int End => First + Count;

    /// <summary>All of some number.</summary>
    public static Share Of(int count) => new(0, count);
}
