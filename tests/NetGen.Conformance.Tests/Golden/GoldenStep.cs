namespace NetGen.Conformance.Tests.Golden;

/// <summary>One training step of a golden case.</summary>
/// <param name="Inputs">Sample after sample.</param>
/// <param name="Targets">Sample after sample; class indices under a cross-entropy.</param>
/// <param name="LearningRate">The rate of this step, as the schedule has it.</param>
/// <param name="Loss">The mean loss before the update, without penalties.</param>
/// <param name="GradientNorm">The L2 norm of all gradients together, penalties in, before clipping.</param>
public sealed record GoldenStep(double[] Inputs, double[] Targets, double LearningRate, double Loss, double GradientNorm);
