namespace NetGen.Tests.Kernels;

/// <summary>A contraction's shape; of the left operand's values so many in a hundred are 0.</summary>
internal sealed record ContractionCase(int Rows, int Columns, int Depth, int PartialSums, bool Started, bool Transposed, int Zeros = 0);
