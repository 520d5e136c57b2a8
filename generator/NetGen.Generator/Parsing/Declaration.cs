using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Parsing;

/// <summary>What the user wrote on one class: plain data that compares by value and holds nothing of Roslyn's.</summary>
/// <param name="Class">The class to complete.</param>
/// <param name="Nodes">Its attributes in source order, composite ones replaced by what they carry.</param>
/// <param name="Activations">The user's own activations that the nodes name.</param>
/// <param name="Problems">What was found wrong while reading.</param>
internal sealed record Declaration(
    ClassDeclaration Class,
    EquatableArray<NodeDeclaration> Nodes,
    EquatableArray<ActivationMethod> Activations,
    EquatableArray<Problem> Problems)
{
    /// <summary>Whether attributes could not be read, so that what seems to be missing may be among them.</summary>
    public bool IsIncomplete => Problems.Any(problem => problem.Kind.HidesNodes);

    /// <summary>Whether members can be added to the class, once, whatever its layers are.</summary>
    public bool IsCompletable => !Problems.Any(problem => problem.Kind.PreventsCode);
}
