namespace NetGen.Conformance.Tests.Golden;

/// <summary>One tensor of a golden case.</summary>
public sealed record GoldenTensor(int[] Shape, double[] Data);
