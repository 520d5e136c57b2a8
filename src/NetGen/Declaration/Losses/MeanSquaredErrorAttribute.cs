namespace NetGen;

/// <summary>Mean over samples and outputs of <c>(prediction − target)²</c>.</summary>
public sealed class MeanSquaredErrorAttribute : LossAttribute
{
}
