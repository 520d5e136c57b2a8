namespace NetGen;

/// <summary>Cross-entropy of independent two-class outputs: takes logits, and targets in 0 .. 1; mean over samples and outputs. Stable for logits of any size.</summary>
public sealed class BinaryCrossEntropyAttribute : LossAttribute
{
}
