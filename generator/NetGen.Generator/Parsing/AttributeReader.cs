using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Parsing;

/// <summary>Reads a class's attributes into nodes; composite attributes are replaced by what they carry.</summary>
internal sealed class AttributeReader(GeneratedSymbols generated, Problems problems)
{
    /// <summary>Composites of composites grow as powers do: beyond this no compiler would come to an end.</summary>
    private const int MostParts = 2000;

    private readonly List<NodeDeclaration> nodes = [];
    private readonly List<(INamedTypeSymbol Type, int Use)> composites = [];
    private int uses;
    private bool isFull;

    public static EquatableArray<NodeDeclaration> Read(INamedTypeSymbol type, GeneratedSymbols generated, Problems problems)
    {
        var reader = new AttributeReader(generated, problems);
        var attributes = type.GetAttributes();
        for (int position = 0; position < attributes.Length; position++)
        {
            reader.Add(attributes[position], position);
        }

        return new EquatableArray<NodeDeclaration>(reader.nodes);
    }

    /// <summary>Whether an attribute is part of a network: one of this library's, or a composite of the user's.</summary>
    public static bool IsNode(AttributeData attribute) =>
        attribute.AttributeClass is { } type && (OwnTypeOf(type) is not null || IsComposite(type) || IsForeign(type));

    /// <summary>Whether an attribute is <c>[Network]</c> itself.</summary>
    public static bool IsNetwork(AttributeData attribute) => attribute.AttributeClass is { Name: nameof(NetworkAttribute) } type && IsInLibrary(type);

    /// <summary>The declaration that an attribute stands on; null in another assembly.</summary>
    public static SyntaxNode? OwnerOf(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>();

    /// <summary>Whether a class is an attribute that stands for the layers that it carries.</summary>
    public static bool IsComposite(INamedTypeSymbol type) => DerivesFrom(type, nameof(CompositeAttribute));

    /// <summary>The generator's own copy of an attribute, if it is one of this library's.</summary>
    private static Type? OwnTypeOf(INamedTypeSymbol type) =>
        IsInLibrary(type)
        && typeof(NetworkAttribute).Assembly.GetType($"NetGen.{type.Name}") is { IsAbstract: false } own
        && typeof(Attribute).IsAssignableFrom(own)
            ? own
            : null;

    /// <summary>Whether an attribute looks like a node, but is neither this library's nor a composite.</summary>
    private static bool IsForeign(INamedTypeSymbol type) =>
        DerivesFrom(type, nameof(LayerAttribute)) || DerivesFrom(type, nameof(LossAttribute)) || DerivesFrom(type, nameof(OptimizerAttribute));

    private static bool DerivesFrom(INamedTypeSymbol type, string name)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.Name == name && IsInLibrary(ancestor))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type is one of this library's.</summary>
    public static bool IsInLibrary(INamedTypeSymbol type) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true } };

    private void Add(AttributeData attribute, int position)
    {
        if (attribute.AttributeClass is not { } type)
        {
            return;
        }

        if (OwnTypeOf(type) is { } own)
        {
            AddOwn(attribute, own, position);
        }
        else if (IsComposite(type))
        {
            AddComposite(attribute, type, position);
        }
        else if (IsForeign(type))
        {
            problems.Add(
                ProblemKind.UnknownNode,
                position,
                $"'{type.Name}' is no layer, loss or optimizer that the compiler knows; a layer of your own derives from CompositeAttribute and carries others");
        }
    }

    private void AddOwn(AttributeData attribute, Type type, int position)
    {
        if (generated.FindIn(attribute.ApplicationSyntaxReference?.GetSyntax()) is { } member)
        {
            problems.Add(
                ProblemKind.Generated,
                position,
                $"'{member}' is generated, and not there yet while the arguments of {type.Name} are read: write the value itself");
            return;
        }

        bool complete = attribute.AttributeConstructor is not null
            && attribute.ConstructorArguments.All(argument => argument.Kind != TypedConstantKind.Error && !argument.IsNull)
            && attribute.NamedArguments.All(argument => argument.Value.Kind != TypedConstantKind.Error);
        if (!complete)
        {
            problems.Add(ProblemKind.ArgumentOutOfRange, position, $"The arguments of {type.Name} are missing, null or not constant");
            return;
        }

        nodes.Add(new NodeDeclaration(
            OpName.Of(type),
            position,
            new EquatableArray<int>(composites.Select(composite => composite.Use)),
            new EquatableArray<object?>(attribute.ConstructorArguments.Select(ValueOf)),
            new EquatableArray<PropertySetting>(attribute.NamedArguments.Select(pair => new PropertySetting(pair.Key, ValueOf(pair.Value))))));
    }

    private void AddComposite(AttributeData attribute, INamedTypeSymbol type, int position)
    {
        var parts = type.GetAttributes().Where(IsNode).ToList();
        if (ProblemOf(parts) is { } problem)
        {
            problems.Add(ProblemKind.Composite, position, $"The composite layer '{type.Name}' {problem}");
            return;
        }

        // A parameter with a default counts too: nobody could tell what it is for.
        if (attribute.ConstructorArguments.Length > 0 || attribute.NamedArguments.Length > 0)
        {
            problems.Add(
                ProblemKind.CompositeArguments,
                position,
                $"The composite layer '{type.Name}' has arguments, which would not reach the layers that it carries: expected none");
            return;
        }

        if (composites.Exists(composite => SymbolEqualityComparer.Default.Equals(composite.Type, type)))
        {
            problems.Add(ProblemKind.Composite, position, $"The composite layer '{type.Name}' contains itself");
            return;
        }

        if (nodes.Count + uses >= MostParts)
        {
            if (!isFull)
            {
                problems.Add(ProblemKind.Composite, position, $"The composite layer '{type.Name}' and those within it stand for more than {MostParts} layers");
            }

            isFull = true;
            return;
        }

        composites.Add((type, uses++));
        foreach (var part in parts)
        {
            Add(part, position);
        }

        composites.RemoveAt(composites.Count - 1);
    }

    /// <summary>What is wrong with a composite, and would be with every use of it.</summary>
    private static string? ProblemOf(List<AttributeData> parts) =>
        parts.Count == 0 ? "carries no layers"
        : parts.Exists(IsNetwork) ? "is marked [Network], but a composite is part of a network and none itself"
        : parts.Select(OwnerOf).Distinct().Count() > 1 ? "has its layers on two declarations, whose order is not defined: write them all on one"
        : null;

    private static object? ValueOf(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Array
            ? new EquatableArray<int>(constant.Values.Select(value => value.Value is int size ? size : 0))
            : constant.Value;
}
