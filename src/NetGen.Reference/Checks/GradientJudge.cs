namespace NetGen.Reference;

/// <summary>Compares the three gradients of each tensor of one network.</summary>
/// <param name="tolerances">What counts as agreement.</param>
/// <param name="largest">The largest gradient in the network: where a tensor's are far below it, its rounding is still there.</param>
/// <param name="objective">The mean loss and the penalties, whose rounding central differences enlarge.</param>
internal sealed class GradientJudge(GradientTolerances tolerances, double largest, double objective)
{
    public GradientTolerances Tolerances => tolerances;

    public TensorReport Judge(
        TensorDescription tensor, double[] generated, double[] reference, IReadOnlyList<NumericalGradient> differences)
    {
        var smooth = differences.Where(difference => !difference.IsCorner).ToDictionary(difference => difference.Index);
        double noise = tolerances.Noise * largest;
        double differenceNoise = GradientTolerances.DifferenceNoise * Math.Abs(objective);
        var all = Comparison.Of(Enumerable.Range(0, tensor.Length), i => generated[i], i => reference[i])
            .Excuse(tolerances.Reference, noise);
        var theory = Comparison.Of(smooth.Keys, i => reference[i], i => smooth[i].Value, i => smooth[i].Uncertainty)
            .Excuse(GradientTolerances.ReferenceDifferences, differenceNoise);
        var practice = Comparison.Of(smooth.Keys, i => generated[i], i => smooth[i].Value, i => smooth[i].Uncertainty)
            .Excuse(tolerances.Differences, noise + differenceNoise);
        return new TensorReport
        {
            Name = tensor.Name,
            Shape = tensor.Shape,
            GeneratedToReference = all,
            ReferenceToDifferences = theory,
            GeneratedToDifferences = practice,
            Sampled = differences.Count,
            Corners = differences.Count - smooth.Count,
            ReferencePassed = all.Agrees(tolerances.Reference),
            DifferencesPassed = theory.Agrees(GradientTolerances.ReferenceDifferences) && practice.Agrees(tolerances.Differences),
        };
    }
}
