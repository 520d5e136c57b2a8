using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Expressions;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Tells where C# does not compute what mathematics does: in integers, a division drops its remainder, and a sum wraps.
/// </summary>
internal static class IntegerArithmetic
{
    /// <summary>Whether a type is one of the two that a network computes in.</summary>
    public static bool IsReal(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    /// <summary>Whether a type is one of those, or of the integers that C# turns into them.</summary>
    public static bool IsNumber(ITypeSymbol? type) => IsReal(type) || type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    /// <summary>Whether an operator is one of C#'s own on real numbers, or on int, whose range <see cref="Overflows"/> watches.</summary>
    public static bool Accepts(IUnaryOperation unary) => unary.OperatorMethod is null && IsRead(unary.Type);

    /// <inheritdoc cref="Accepts(IUnaryOperation)"/>
    public static bool Accepts(IBinaryOperation binary) => binary.OperatorMethod is null && IsRead(binary.Type);

    /// <summary>Whether an operation divides integers.</summary>
    public static bool IsDivision(IOperation operation) =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide, OperatorMethod: null } && !IsReal(operation.Type) && IsNumber(operation.Type);

    /// <summary>Whether an int would not hold a result that is known.</summary>
    public static bool Overflows(IBinaryOperation binary, Expression result) =>
        binary.Type?.SpecialType == SpecialType.System_Int32 && result is Constant { Value: < int.MinValue or > int.MaxValue };

    private static bool IsRead(ITypeSymbol? type) => IsReal(type) || type?.SpecialType == SpecialType.System_Int32;
}
