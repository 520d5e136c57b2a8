namespace NetGen.Generator.Binding;

/// <summary>The ids of everything that can be wrong with a declaration; docs/diagnostics.md has a section on each.</summary>
internal static class ProblemIds
{
    public const string NotPartial = "NG0001";
    public const string Generic = "NG0002";
    public const string NotConstructible = "NG0003";
    public const string TwoDeclarations = "NG0004";
    public const string Input = "NG0005";
    public const string NoLayers = "NG0006";
    public const string Loss = "NG0007";
    public const string Optimizer = "NG0008";
    public const string SizeNotPositive = "NG0009";
    public const string UnknownName = "NG0010";
    public const string BadName = "NG0011";
    public const string ShapesDoNotMeet = "NG0012";
    public const string LossDoesNotFit = "NG0013";
    public const string ArgumentOutOfRange = "NG0014";
    public const string Activation = "NG0015";
    public const string MemberConflict = "NG0016";
    public const string TooLarge = "NG0017";
    public const string Composite = "NG0018";
    public const string UnknownNode = "NG0019";
    public const string ShapeNotSupported = "NG0020";
    public const string Misplaced = "NG0021";
    public const string NoNetwork = "NG0022";
    public const string Generated = "NG0023";
    public const string CompositeArguments = "NG0024";
    public const string Language = "NG0025";
    public const string Internal = "NG0099";
}
