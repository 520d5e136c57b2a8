namespace NetGen.Tests.Kernels;

internal sealed record ContractionCase(int Rows, int Columns, int Depth, int PartialSums, bool Started, bool Transposed);
