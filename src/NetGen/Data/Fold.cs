namespace NetGen;

/// <summary>One of the ways in which cross-validation divides the samples.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="Train">What is learned from: all other folds.</param>
/// <param name="Validation">What is judged by: this fold.</param>
public sealed record Fold<T>(Dataset<T> Train, Dataset<T> Validation)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
