namespace NetGen.Kernels;

/// <summary>
/// What the tiles of one contraction share: result[r, c] = start[c] + Σ left[r · LeftRow + k · LeftStep] · right[k · RightRow + c].
/// One reference to it stands for a dozen arguments.
/// </summary>
/// <remarks>Distances are in bytes, so that the addresses in the tiles' loops need no scaling.</remarks>
internal ref struct ContractionOperands<T>
    where T : unmanaged
{
    public int Depth;
    public ref T Left;
    public nint LeftRow;
    public nint LeftStep;
    public ref T Right;
    public nint RightRow;
    public ref T Start;
    public ref T Result;
    public nint ResultRow;
}
