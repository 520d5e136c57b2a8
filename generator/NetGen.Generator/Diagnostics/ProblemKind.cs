using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Diagnostics;

/// <summary>What can be wrong with a declaration; docs/diagnostics.md has a section on each.</summary>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Title">What is expected, in a few words.</param>
internal sealed record ProblemKind(string Id, string Title)
{
    public static readonly ProblemKind NotPartial = new("NG0001", "A network's class must be partial") { PreventsCode = true };
    public static readonly ProblemKind Generic = new("NG0002", "A network's class must not be generic") { PreventsCode = true };
    public static readonly ProblemKind NotConstructible = new("NG0003", "A network's class must be constructible") { PreventsCode = true };
    public static readonly ProblemKind TwoDeclarations = new("NG0004", "A network's layers stand on one declaration") { PreventsCode = true };
    public static readonly ProblemKind Input = new("NG0005", "A network begins with its one input");
    public static readonly ProblemKind NoLayers = new("NG0006", "A network needs layers that learn");
    public static readonly ProblemKind Loss = new("NG0007", "A network needs one loss");
    public static readonly ProblemKind Optimizer = new("NG0008", "A network has one optimizer and one of each setting");
    public static readonly ProblemKind SizeNotPositive = new("NG0009", "Sizes are positive");
    public static readonly ProblemKind UnknownName = new("NG0010", "A named layer stands before");
    public static readonly ProblemKind BadName = new("NG0011", "Layer names are identifiers and different");
    public static readonly ProblemKind ShapesDoNotMeet = new("NG0012", "Shapes must meet");
    public static readonly ProblemKind LossDoesNotFit = new("NG0013", "The loss must fit the last layer");
    public static readonly ProblemKind ArgumentOutOfRange = new("NG0014", "An argument is out of range") { HidesNodes = true };
    public static readonly ProblemKind Activation = new("NG0015", "An activation must be readable");
    public static readonly ProblemKind MemberConflict = new("NG0016", "A member is declared and generated") { PreventsCode = true };
    public static readonly ProblemKind TooLarge = new("NG0017", "A network is too large");
    public static readonly ProblemKind Composite = new("NG0018", "A composite layer carries layers") { HidesNodes = true };
    public static readonly ProblemKind UnknownNode = new("NG0019", "A layer is not known") { HidesNodes = true };
    public static readonly ProblemKind ShapeNotSupported = new("NG0020", "A layer does not take every shape");
    public static readonly ProblemKind Misplaced = new("NG0021", "A layer has its place");
    public static readonly ProblemKind NoNetwork = new("NG0022", "Layers belong to a network");
    public static readonly ProblemKind Generated = new("NG0023", "A declaration cannot use what is generated") { HidesNodes = true };
    public static readonly ProblemKind CompositeArguments = new("NG0024", "A composite layer takes no arguments") { HidesNodes = true };
    public static readonly ProblemKind Language = new("NG0025", "The language is C# 12 or later") { PreventsCode = true };
    public static readonly ProblemKind Internal = new("NG0099", "The compiler failed");

    /// <summary>All of them.</summary>
    public static IEnumerable<ProblemKind> All => typeof(ProblemKind).GetFields().Select(kind => (ProblemKind)kind.GetValue(null));

    /// <summary>Whether no members can be added to the class, whatever its layers are.</summary>
    public bool PreventsCode { get; init; }

    /// <summary>Whether, found by the parser, it leaves an attribute unread, so that what seems to be missing may be there.</summary>
    public bool HidesNodes { get; init; }
}
