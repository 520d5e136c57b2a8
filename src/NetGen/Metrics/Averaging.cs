namespace NetGen;

/// <summary>How a measure of each class becomes one number.</summary>
public enum Averaging
{
    /// <summary>The plain mean over the classes that appear among samples or predictions: rare classes count as much as common ones.</summary>
    Macro,

    /// <summary>From the sums over all classes. Each sample has one class and one prediction, so that it is the accuracy.</summary>
    Micro,
}
