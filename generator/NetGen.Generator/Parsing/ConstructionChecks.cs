using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>Checks that the generated constructor can create a class.</summary>
internal static class ConstructionChecks
{
    public static void Run(INamedTypeSymbol type, Problems problems)
    {
        foreach (string obstacle in Obstacles(type))
        {
            problems.Add(ProblemKind.NotConstructible, Problem.Class, $"'{type.Name}' {obstacle}");
        }
    }

    private static IEnumerable<string> Obstacles(INamedTypeSymbol type)
    {
        if (type.IsStatic || type.IsAbstract)
        {
            yield return $"is {(type.IsStatic ? "static" : "abstract")}, but a network is created by its constructor";
        }

        for (var each = type; each is not null; each = each.ContainingType)
        {
            if (each.IsFileLocal)
            {
                string place = SymbolEqualityComparer.Default.Equals(each, type) ? "" : $" stands in '{each.Name}', which";
                yield return $"{place} is local to its file, but the compiler adds to it from another".TrimStart();
            }
        }

        if (type.IsRecord)
        {
            yield return "is a record, whose 'with' would make a copy that shares its weights; make it a class";
        }
        else if (type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null }))
        {
            yield return "has a primary constructor, which the generated constructor could not call";
        }

        if (type.InstanceConstructors.Any(LeavesParametersEmpty))
        {
            yield return "has a constructor that does not call the generated one, which draws the weights; begin it with ': this(seed: 0)'";
        }

        if (type.BaseType is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error } ancestor)
        {
            var callable = ancestor.InstanceConstructors.Where(constructor => IsCalledWithoutArguments(constructor, type)).ToList();
            if (callable.Count == 0)
            {
                yield return $"derives from '{ancestor.Name}', which has no constructor that is called without arguments";
            }
            else if (callable.Count > 1 && callable.All(constructor => constructor.Parameters.Length > 0))
            {
                yield return $"derives from '{ancestor.Name}', which has {callable.Count} constructors that could be called without arguments";
            }
        }

        for (var each = type; each is not null; each = each.BaseType)
        {
            foreach (var member in each.GetMembers().Where(IsRequired))
            {
                yield return $"has the required member '{member.Name}', which Load could not set";
            }
        }
    }

    /// <summary>
    /// A constructor that calls no other of its class: all weights of its network would be 0. One of the generated constructor's own
    /// parameters is a conflict of members.
    /// </summary>
    private static bool LeavesParametersEmpty(IMethodSymbol constructor) =>
        !(constructor.Parameters.Length == 1 && constructor.Parameters[0].Type.SpecialType == SpecialType.System_Int32)
        && constructor.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax() is ConstructorDeclarationSyntax declaration && declaration.Initializer?.IsKind(SyntaxKind.ThisConstructorInitializer) != true);

    private static bool IsCalledWithoutArguments(IMethodSymbol constructor, INamedTypeSymbol by) =>
        constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)
        && (constructor.DeclaredAccessibility is not Accessibility.Private
            && (constructor.DeclaredAccessibility is not (Accessibility.Internal or Accessibility.ProtectedAndInternal)
                || SymbolEqualityComparer.Default.Equals(constructor.ContainingAssembly, by.ContainingAssembly)));

    private static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };
}
