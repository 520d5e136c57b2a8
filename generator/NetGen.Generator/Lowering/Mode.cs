namespace NetGen.Generator.Lowering;

/// <summary>What a program is for.</summary>
internal enum Mode
{
    Training,
    Prediction,
}
