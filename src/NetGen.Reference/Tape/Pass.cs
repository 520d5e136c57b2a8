namespace NetGen.Reference;

/// <summary>What a forward pass is for.</summary>
/// <param name="IsTraining">Whether layers that know training from prediction are to train.</param>
/// <param name="Seed">What noise is drawn from.</param>
/// <param name="Number">The number of the training pass, from 1.</param>
internal sealed record Pass(bool IsTraining, long Seed, long Number)
{
    public static Pass Prediction { get; } = new(IsTraining: false, 0, 0);
}
