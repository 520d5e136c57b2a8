using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Reads a user's function of one number as an expression. What it reads is what C# has made of the text, so that types, constants,
/// overloads and the order of arguments are the language's own.
/// </summary>
internal sealed class FunctionParser(FunctionSource source, FunctionBudget budget)
{
    private readonly Dictionary<ISymbol, Expression> values = new(SymbolEqualityComparer.Default);

    /// <summary>What a method computes of an argument.</summary>
    public Expression Parse(IMethodSymbol method, Expression argument)
    {
        budget.Enter(method);
        values[method.Parameters[0]] = argument;
        var result = ReadBody(source.BodyOf(method));
        budget.Leave();
        return result;
    }

    private static FunctionException Unreadable(IOperation operation, string reason) =>
        new($"the compiler cannot read '{operation.Syntax.ToString().Trim()}': {reason}");

    private Expression ReadBody(IBlockOperation body)
    {
        foreach (var statement in body.Operations)
        {
            switch (statement)
            {
                case IVariableDeclarationGroupOperation group:
                    ReadLocals(group);
                    break;
                case IReturnOperation { ReturnedValue: { } value }:
                    return Read(value);
                default:
                    throw Unreadable(statement, "only local variables and a return can be read");
            }
        }

        throw new FunctionException("it returns nothing");
    }

    private void ReadLocals(IVariableDeclarationGroupOperation group)
    {
        foreach (var variable in group.Declarations.SelectMany(declaration => declaration.Declarators))
        {
            values[variable.Symbol] = Read(variable.GetVariableInitializer()?.Value ?? throw Unreadable(variable, "it has no value"));
        }
    }

    private Expression Read(IOperation operation)
    {
        budget.Count();
        return FunctionBudget.Measured(ReadCounted(operation));
    }

    private Expression ReadCounted(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: { } value and not (string or char or bool) } } => ReadConstant(operation, value),
        IConversionOperation conversion => Read(Converted(conversion)),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus } plus when IntegerArithmetic.Accepts(plus) => Read(plus.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus when IntegerArithmetic.Accepts(minus) => -Read(minus.Operand),
        IBinaryOperation binary => ReadBinary(binary),
        IConditionalOperation { WhenFalse: { } whenFalse } choice => ReadChoice(choice.Condition, Read(choice.WhenTrue), Read(whenFalse)),
        IInvocationOperation call => ReadCall(call),
        ILocalReferenceOperation { Local: var local } when values.TryGetValue(local, out var value) => value,
        IParameterReferenceOperation { Parameter: var parameter } when values.TryGetValue(parameter, out var value) => value,
        IMemberReferenceOperation => throw Unreadable(operation, "it is neither the parameter nor a local variable nor a constant"),
        _ => throw Unreadable(operation, "no arithmetic, choice, call of Math or constant"),
    };

    private static Expression ReadConstant(IOperation operation, object value)
    {
        double number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return double.IsNaN(number) || double.IsInfinity(number) ? throw Unreadable(operation, "it is not finite") : number;
    }

    private static IOperation Converted(IConversionOperation conversion) =>
        conversion.OperatorMethod is null && (conversion.IsImplicit ? IntegerArithmetic.IsNumber(conversion.Type) : IntegerArithmetic.IsReal(conversion.Type))
            ? conversion.Operand
            : throw Unreadable(conversion, "only float and double can be cast to");

    private Expression ReadBinary(IBinaryOperation binary)
    {
        if (!IntegerArithmetic.Accepts(binary))
        {
            throw Unreadable(binary, $"it is computed in {binary.Type}, but float, double and int can be read");
        }

        var (left, right) = (binary.LeftOperand, binary.RightOperand);
        var result = binary.OperatorKind switch
        {
            BinaryOperatorKind.Add => Read(left) + Read(right),
            BinaryOperatorKind.Subtract => Read(left) - Read(right),
            BinaryOperatorKind.Multiply => Read(left) * Read(right),
            BinaryOperatorKind.Divide => Read(left) / Read(right),
            _ => throw Unreadable(binary, "the operator is not one of + − * /"),
        };
        return IntegerArithmetic.Overflows(binary, result) ? throw Unreadable(binary, "it is more than an int holds: write it with a decimal point") : result;
    }

    private Expression ReadChoice(IOperation condition, Expression whenTrue, Expression whenFalse)
    {
        budget.Count();
        switch (condition)
        {
            case { ConstantValue: { HasValue: true, Value: bool holds } }:
                return holds ? whenTrue : whenFalse;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return ReadChoice(not.Operand, whenFalse, whenTrue);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd, OperatorMethod: null } both:
                return ReadChoice(both.LeftOperand, FunctionBudget.Measured(ReadChoice(both.RightOperand, whenTrue, whenFalse)), whenFalse);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr, OperatorMethod: null } either:
                return ReadChoice(either.LeftOperand, whenTrue, FunctionBudget.Measured(ReadChoice(either.RightOperand, whenTrue, whenFalse)));
            case IBinaryOperation { OperatorMethod: null, IsLifted: false } comparison:
                return ReadComparison(comparison, whenTrue, whenFalse);
            default:
                throw Unreadable(condition, "no comparison");
        }
    }

    private Expression ReadComparison(IBinaryOperation comparison, Expression whenTrue, Expression whenFalse)
    {
        var (left, right) = (comparison.LeftOperand, comparison.RightOperand);
        return comparison.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => Choose(Less(Read(left), Read(right)), whenTrue, whenFalse),
            BinaryOperatorKind.LessThanOrEqual => Choose(LessOrEqual(Read(left), Read(right)), whenTrue, whenFalse),
            BinaryOperatorKind.GreaterThan => Choose(Less(Read(right), Read(left)), whenTrue, whenFalse),
            BinaryOperatorKind.GreaterThanOrEqual => Choose(LessOrEqual(Read(right), Read(left)), whenTrue, whenFalse),
            BinaryOperatorKind.Equals => Choose(Equal(Read(left), Read(right)), whenTrue, whenFalse),
            BinaryOperatorKind.NotEquals => Choose(Equal(Read(left), Read(right)), whenFalse, whenTrue),
            _ => throw Unreadable(comparison, "no comparison"),
        };
    }

    private Expression ReadCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        bool isOwn = ActivationReader.IsMarked(method) && ActivationReader.IsFunction(method);
        if (!isOwn && !MathFunctions.IsOwner(method.ContainingType))
        {
            throw Unreadable(call, "only Math, MathF, float, double and methods marked [Activation] can be called");
        }

        var arguments = call.Arguments.OrderBy(argument => argument.Parameter?.Ordinal).Select(argument => Read(argument.Value)).ToArray();
        return isOwn
            ? new FunctionParser(source, budget).Parse(FunctionSource.PartWithBody(method), arguments[0])
            : MathFunctions.Call(method.Name, arguments) ?? throw Unreadable(call, MathFunctions.ComplaintOf(method.Name));
    }
}
