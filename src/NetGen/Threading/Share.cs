namespace NetGen.Threading;

/// <summary>A run of rows, columns or elements that one member of a team works on.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many; 0 where there is nothing left for this member.</param>
public readonly record struct Share(int First, int Count);
