using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Expressions;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Bounds the reading of a user's function with all that it calls, so that neither a circle nor sheer size hangs the compiler or
/// floods the generated code.
/// </summary>
internal sealed class FunctionBudget
{
    private const int MostExpressions = 1000;

    /// <summary>
    /// A derivative grows with the square of what is nested or multiplied: at this limit it adds tens of thousands of characters to
    /// a network's code, while that of a product of 480 factors would be a million, in half a minute.
    /// </summary>
    private const int MostOfDerivative = 4000;

    private readonly Stack<ISymbol> methods = new();
    private int expressions;

    /// <summary>Enters a method's body.</summary>
    public void Enter(IMethodSymbol method)
    {
        if (methods.Contains(method, SymbolEqualityComparer.Default))
        {
            throw new FunctionException($"'{method.Name}' calls itself");
        }

        methods.Push(method);
    }

    /// <summary>Leaves the body that was entered last.</summary>
    public void Leave() => methods.Pop();

    /// <summary>Counts an expression that is read.</summary>
    public void Count()
    {
        if (++expressions > MostExpressions)
        {
            throw TooMany();
        }
    }

    /// <summary>Checks what has been read, in which a local variable counts as the whole that it stands for, wherever it stands.</summary>
    public static Expression Measured(Expression expression) => expression.HasMoreThan(MostExpressions) ? throw TooMany() : expression;

    /// <summary>Checks a whole function by its derivative, which is generated too.</summary>
    public static Expression Differentiable(Expression body) => Derivative.Of(body, Parameter.Instance).HasMoreThan(MostOfDerivative)
        ? throw new FunctionException($"its derivative has more than {MostOfDerivative} expressions: nest or multiply fewer functions")
        : body;

    private static FunctionException TooMany() =>
        new($"with all that it calls, and its local variables written out, it has more than {MostExpressions} expressions");
}
