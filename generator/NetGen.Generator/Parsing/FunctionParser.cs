using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Parsing;

/// <summary>Reads the C# of a user's function of one number as an expression.</summary>
internal sealed class FunctionParser(INamedTypeSymbol type, FunctionBudget budget)
{
    private readonly Dictionary<string, Expression> locals = [];
    private readonly IntegerSyntax integers = new(type);

    public Expression Parse(MethodDeclarationSyntax method)
    {
        budget.Enter(method.Identifier.ValueText);
        var body = ParseBody(method);
        budget.Leave();
        return body;
    }

    private Expression ParseBody(MethodDeclarationSyntax method)
    {
        string parameter = method.ParameterList.Parameters[0].Identifier.ValueText;
        locals[parameter] = Parameter.Instance;
        integers.DeclareReal(parameter);
        if (method.ExpressionBody is { } arrow)
        {
            return Read(arrow.Expression);
        }

        foreach (var statement in method.Body?.Statements ?? default)
        {
            switch (statement)
            {
                case LocalDeclarationStatementSyntax local:
                    ReadLocals(local.Declaration);
                    break;
                case ReturnStatementSyntax { Expression: { } value }:
                    return Read(value);
                default:
                    throw Unreadable(statement, "only local variables and a return can be read");
            }
        }

        throw new FunctionException("it returns nothing");
    }

    private static FunctionException Unreadable(SyntaxNode node, string reason) =>
        new($"the compiler cannot read '{node.ToString().Trim()}': {reason}");

    private void ReadLocals(VariableDeclarationSyntax declaration)
    {
        foreach (var variable in declaration.Variables)
        {
            var value = variable.Initializer?.Value ?? throw Unreadable(variable, "it has no value");
            locals[variable.Identifier.ValueText] = Read(value);
            integers.Declare(variable.Identifier.ValueText, declaration.Type, value);
        }
    }

    private Expression Read(ExpressionSyntax syntax)
    {
        budget.Count();
        return ReadCounted(syntax);
    }

    private Expression ReadCounted(ExpressionSyntax syntax) => syntax switch
    {
        ParenthesizedExpressionSyntax inner => Read(inner.Expression),
        CastExpressionSyntax { Type: PredefinedTypeSyntax { Keyword.ValueText: "float" or "double" } } cast => Read(cast.Expression),
        CastExpressionSyntax cast => throw Unreadable(cast, "only float and double can be cast to"),
        LiteralExpressionSyntax { Token.Value: { } value } when value is not (string or char or bool) =>
            Convert.ToDouble(value, CultureInfo.InvariantCulture),
        PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.UnaryMinusExpression) => -Read(prefix.Operand),
        PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.UnaryPlusExpression) => Read(prefix.Operand),
        BinaryExpressionSyntax binary => ReadBinary(binary),
        ConditionalExpressionSyntax choice => ReadChoice(choice.Condition, Read(choice.WhenTrue), Read(choice.WhenFalse)),
        InvocationExpressionSyntax call => ReadCall(call),
        IdentifierNameSyntax name => ReadName(name),
        MemberAccessExpressionSyntax member => ReadMember(member),
        _ => throw Unreadable(syntax, "no arithmetic, choice, call of Math or constant"),
    };

    private Expression ReadBinary(BinaryExpressionSyntax binary) => binary.Kind() switch
    {
        SyntaxKind.AddExpression => Read(binary.Left) + Read(binary.Right),
        SyntaxKind.SubtractExpression => Read(binary.Left) - Read(binary.Right),
        SyntaxKind.MultiplyExpression => Read(binary.Left) * Read(binary.Right),
        SyntaxKind.DivideExpression when integers.Contain(binary.Left) && integers.Contain(binary.Right) =>
            throw Unreadable(binary, "C# divides these as integers: write one with a decimal point"),
        SyntaxKind.DivideExpression => Read(binary.Left) / Read(binary.Right),
        _ => throw Unreadable(binary, "the operator is not one of + − * /"),
    };

    private Expression ReadChoice(ExpressionSyntax condition, Expression whenTrue, Expression whenFalse)
    {
        switch (condition)
        {
            case ParenthesizedExpressionSyntax inner:
                return ReadChoice(inner.Expression, whenTrue, whenFalse);
            case PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression):
                return ReadChoice(not.Operand, whenFalse, whenTrue);
            case BinaryExpressionSyntax both when both.IsKind(SyntaxKind.LogicalAndExpression):
                return ReadChoice(both.Left, ReadChoice(both.Right, whenTrue, whenFalse), whenFalse);
            case BinaryExpressionSyntax either when either.IsKind(SyntaxKind.LogicalOrExpression):
                return ReadChoice(either.Left, whenTrue, ReadChoice(either.Right, whenTrue, whenFalse));
            case BinaryExpressionSyntax comparison:
                var (left, right) = (Read(comparison.Left), Read(comparison.Right));
                return comparison.Kind() switch
                {
                    SyntaxKind.LessThanExpression => Choose(Less(left, right), whenTrue, whenFalse),
                    SyntaxKind.LessThanOrEqualExpression => Choose(LessOrEqual(left, right), whenTrue, whenFalse),
                    SyntaxKind.GreaterThanExpression => Choose(Less(right, left), whenTrue, whenFalse),
                    SyntaxKind.GreaterThanOrEqualExpression => Choose(LessOrEqual(right, left), whenTrue, whenFalse),
                    SyntaxKind.EqualsExpression => Choose(Equal(left, right), whenTrue, whenFalse),
                    SyntaxKind.NotEqualsExpression => Choose(Equal(left, right), whenFalse, whenTrue),
                    _ => throw Unreadable(condition, "no comparison"),
                };
            default:
                throw Unreadable(condition, "no comparison");
        }
    }

    private Expression ReadCall(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments.Select(argument => Read(argument.Expression)).ToArray();
        switch (call.Expression)
        {
            case MemberAccessExpressionSyntax { Expression: var owner } member when MathFunctions.IsOwner(owner.ToString()):
                return MathFunctions.Call(member.Name.Identifier.ValueText, arguments) ?? throw Unreadable(call, "this function is not known");
            case IdentifierNameSyntax own when arguments.Length == 1:
                // A further activation of the user's: its body takes the place of the call.
                return new FunctionParser(type, budget)
                    .Parse(ActivationReader.Find(type, own.Identifier.ValueText))
                    .Replace(Parameter.Instance, arguments[0]);
            default:
                throw Unreadable(call, "only Math, MathF, float, double and methods marked [Activation] can be called");
        }
    }

    private Expression ReadName(IdentifierNameSyntax name) =>
        locals.TryGetValue(name.Identifier.ValueText, out var value) ? value : ReadField(name, name.Identifier.ValueText);

    private Expression ReadMember(MemberAccessExpressionSyntax member) =>
        MathFunctions.IsOwner(member.Expression.ToString()) && MathFunctions.Constant(member.Name.Identifier.ValueText) is { } constant
            ? constant
            : ReadField(member, member.Name.Identifier.ValueText);

    private Expression ReadField(ExpressionSyntax syntax, string name)
    {
        if (ConstantFields.Find(type, name) is { ConstantValue: { } value and not (string or char or bool) })
        {
            return Convert.ToDouble(value, CultureInfo.InvariantCulture);
        }

        throw Unreadable(syntax, "it is neither the parameter nor a local variable nor a constant of the class");
    }
}
