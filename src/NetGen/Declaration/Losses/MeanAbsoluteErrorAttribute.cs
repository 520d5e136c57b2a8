namespace NetGen;

/// <summary>Mean over samples and outputs of <c>|prediction − target|</c>. The derivative at 0 is 0.</summary>
public sealed class MeanAbsoluteErrorAttribute : LossAttribute
{
}
