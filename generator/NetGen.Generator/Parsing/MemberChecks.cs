using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>Checks that no name is taken that the compiler generates.</summary>
internal static class MemberChecks
{
    public static void Run(INamedTypeSymbol type, Problems problems)
    {
        if (GeneratedMembers.Names.Contains(type.Name))
        {
            Add(problems, $"'{type.Name}' cannot be the class's name, since the compiler generates a member of that name");
        }

        foreach (string name in GeneratedMembers.Names)
        {
            if (type.GetMembers(name).Any(IsOfUser))
            {
                Add(problems, $"'{type.Name}' declares '{name}', but the compiler generates a member of that name");
            }
        }

        foreach (var member in type.GetMembers().Where(member => IsOfUser(member) && ImplementsNetwork(member)))
        {
            Add(problems, $"'{type.Name}' implements '{member.Name}', but the compiler does");
        }

        if (type.InstanceConstructors.Any(IsSeeded))
        {
            Add(problems, $"'{type.Name}' declares a constructor with one int, but the compiler generates {type.Name}(int seed)");
        }

        CheckAncestors(type, problems);
    }

    /// <summary>Members that the generated ones would hide, which C# warns of.</summary>
    private static void CheckAncestors(INamedTypeSymbol type, Problems problems)
    {
        for (var ancestor = type.BaseType; ancestor is { SpecialType: not SpecialType.System_Object }; ancestor = ancestor.BaseType)
        {
            // The members of another network are not there yet while the generator looks.
            if (ancestor.GetAttributes().Any(AttributeReader.IsNetwork))
            {
                Add(problems, $"'{type.Name}' derives from the network '{ancestor.Name}', but each generates members of the same names");
                return;
            }

            if (ancestor.GetTypeMembers(type.Name).Any(member => member.DeclaredAccessibility != Accessibility.Private))
            {
                Add(problems, $"'{type.Name}' inherits a class of its own name from '{ancestor.Name}', which the generated code would mean by it");
            }

            foreach (string name in GeneratedMembers.Names)
            {
                if (ancestor.GetMembers(name).Any(member => member.DeclaredAccessibility != Accessibility.Private))
                {
                    Add(problems, $"'{type.Name}' inherits '{name}' from '{ancestor.Name}', but the compiler generates a member of that name");
                }
            }
        }
    }

    /// <summary>Whether a member implements one of <c>INetwork</c>'s under that interface's name.</summary>
    private static bool ImplementsNetwork(ISymbol member) => member switch
    {
        IPropertySymbol property => property.ExplicitInterfaceImplementations.Any(implemented => AttributeReader.IsInLibrary(implemented.ContainingType)),
        IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation } method => method.ExplicitInterfaceImplementations.Any(implemented => AttributeReader.IsInLibrary(implemented.ContainingType)),
        _ => false,
    };

    private static bool IsSeeded(IMethodSymbol constructor) =>
        IsOfUser(constructor)
        && constructor.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is ConstructorDeclarationSyntax)
        && constructor.Parameters.Length == 1
        && constructor.Parameters[0].Type.SpecialType == SpecialType.System_Int32;

    /// <summary>Whether a member is the user's own: an analyzer sees those that the generator has added too.</summary>
    private static bool IsOfUser(ISymbol member) =>
        !member.IsImplicitlyDeclared
        && member.DeclaringSyntaxReferences.Any(reference => !GeneratedMembers.IsGenerated(reference.SyntaxTree));

    private static void Add(Problems problems, string message) =>
        problems.Add(ProblemKind.MemberConflict, Problem.Class, message);
}
