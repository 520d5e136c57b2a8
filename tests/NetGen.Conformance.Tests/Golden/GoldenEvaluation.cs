namespace NetGen.Conformance.Tests.Golden;

/// <summary>A fresh batch and the trained network's outputs.</summary>
public sealed record GoldenEvaluation(double[] Inputs, double[] Outputs);
