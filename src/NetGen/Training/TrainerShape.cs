using System.ComponentModel;

namespace NetGen;

/// <summary>For generated code: the sizes that a generated trainer hands to its base class. A row is one vector along the last axis.</summary>
/// <param name="InputSize">Elements of one input sample.</param>
/// <param name="InputColumns">Elements of one row of inputs.</param>
/// <param name="InputStride">Distance of rows as the kernels read them; above <paramref name="InputColumns"/>, inputs are copied.</param>
/// <param name="OutputSize">Elements of one sample's outputs.</param>
/// <param name="TargetRows">Rows of one sample's targets; 1 for labels.</param>
/// <param name="TargetColumns">Elements of one row of targets; 1 for labels.</param>
/// <param name="TargetStride">Distance of rows of targets; 1 for labels.</param>
/// <param name="LeastSamples">The smallest number of samples of a training pass: 2 where a layer needs the variance of a batch.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct TrainerShape(
    int InputSize,
    int InputColumns,
    int InputStride,
    int OutputSize,
    int TargetRows,
    int TargetColumns,
    int TargetStride,
    int LeastSamples = 1)
{
    /// <summary>Elements of one sample's inputs, padding included.</summary>
    public int PaddedInputSize => InputSize / InputColumns * InputStride;

    /// <summary>Elements of one sample's targets, padding included.</summary>
    public int PaddedTargetSize => TargetRows * TargetStride;
}
