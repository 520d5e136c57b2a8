namespace NetGen.Reference;

/// <summary>What counts as agreement in a gradient check.</summary>
/// <param name="Reference">The largest relative error of generated gradients against the reference engine's.</param>
/// <param name="Differences">The largest relative error of generated gradients against central differences.</param>
/// <param name="Noise">The share of the network's largest gradient that is rounding in any entry.</param>
public sealed record GradientTolerances(double Reference, double Differences, double Noise)
{
    /// <summary>The largest relative error of the reference engine's gradients against central differences, both in double.</summary>
    public const double ReferenceDifferences = 1e-6;

    /// <summary>The share of the objective that is rounding in a central difference: its own, divided by the step.</summary>
    public const double DifferenceNoise = 1e-9;

    /// <summary>For networks that compute in float: some hundred roundings of 6e-8.</summary>
    public static GradientTolerances Single { get; } = new(1e-4, 1e-4, 1e-6);

    /// <summary>For networks that compute in double.</summary>
    public static GradientTolerances Double { get; } = new(1e-9, 1e-6, 1e-12);
}
