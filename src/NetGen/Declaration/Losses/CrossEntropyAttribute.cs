namespace NetGen;

/// <summary>Cross-entropy of a softmax: takes logits [classes] and the index of the right class; mean over samples. Stable for logits of any size.</summary>
public sealed class CrossEntropyAttribute : LossAttribute
{
    /// <summary>
    /// The share of the target that is spread evenly over all classes, 0 to below 1 (Szegedy et al. 2016). With class weights, a sample
    /// counts by the class of its label, the spread share included, where PyTorch weighs that share class by class.
    /// </summary>
    public double LabelSmoothing { get; set; }
}
