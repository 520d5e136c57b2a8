namespace NetGen;

/// <summary>Quadratic near the target, linear beyond <see cref="Delta"/> (Huber 1964): <c>e² / 2</c> where <c>|e| ≤ delta</c>, <c>delta · (|e| − delta / 2)</c> elsewhere; mean over samples and outputs.</summary>
public sealed class HuberAttribute : LossAttribute
{
    /// <summary>Where the quadratic part ends; positive.</summary>
    public double Delta { get; set; } = 1.0;
}
