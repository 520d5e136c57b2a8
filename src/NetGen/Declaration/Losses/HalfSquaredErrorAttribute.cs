namespace NetGen;

/// <summary>Half the sum over outputs of <c>(prediction − target)²</c>, mean over samples.</summary>
public sealed class HalfSquaredErrorAttribute : LossAttribute
{
}
