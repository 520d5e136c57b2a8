namespace NetGen.Kernels;

/// <summary>The functions of the lanes for one number: a scalar and a vector agree to the bit, on every machine.</summary>
public static partial class ScalarMath;
