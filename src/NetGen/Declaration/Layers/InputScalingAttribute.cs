namespace NetGen;

/// <summary>
/// Scales the inputs before anything else reads them, column by column of the last axis: <c>y = (x − shift) · scale</c>. Its two
/// tensors [columns], <c>shift</c> (0 to start with) and <c>scale</c> (1), are not learned: they are written by name from statistics
/// of the training data, and saved with the weights, so that training and prediction alike take inputs as they come.
/// </summary>
public sealed class InputScalingAttribute : LayerAttribute
{
}
