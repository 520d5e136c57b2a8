using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing;

/// <summary>Tells the expressions of a user's function that C# computes in integers, where a division drops its remainder.</summary>
internal sealed class IntegerSyntax(INamedTypeSymbol type)
{
    private readonly Dictionary<string, bool> locals = [];

    /// <summary>Remembers a name that is no integer, whatever constant it hides.</summary>
    public void DeclareReal(string name) => locals[name] = false;

    /// <summary>Remembers a local variable.</summary>
    public void Declare(string name, TypeSyntax declared, ExpressionSyntax value) =>
        locals[name] = declared.IsVar ? Contain(value) : declared is not PredefinedTypeSyntax { Keyword.ValueText: "float" or "double" };

    /// <summary>Whether an expression is one.</summary>
    public bool Contain(ExpressionSyntax syntax) => syntax switch
    {
        ParenthesizedExpressionSyntax inner => Contain(inner.Expression),
        PrefixUnaryExpressionSyntax prefix => Contain(prefix.Operand),
        BinaryExpressionSyntax binary => Contain(binary.Left) && Contain(binary.Right),
        ConditionalExpressionSyntax choice => Contain(choice.WhenTrue) && Contain(choice.WhenFalse),
        LiteralExpressionSyntax literal => literal.Token.Value is int or uint or long or ulong,
        IdentifierNameSyntax name => ContainName(name.Identifier.ValueText),
        MemberAccessExpressionSyntax member => ContainName(member.Name.Identifier.ValueText),
        _ => false,
    };

    private bool ContainName(string name) =>
        locals.TryGetValue(name, out bool known)
            ? known
            : ConstantFields.Find(type, name) is { Type.SpecialType: not (SpecialType.System_Single or SpecialType.System_Double) };
}
