using System.Collections.Generic;

namespace NetGen.Generator.Parsing;

/// <summary>Bounds the reading of a user's function with all that it calls, so that neither a circle nor sheer size hangs the compiler.</summary>
internal sealed class FunctionBudget
{
    private const int MostExpressions = 1000;
    private readonly Stack<string> methods = new();
    private int expressions;

    /// <summary>Enters a method's body.</summary>
    public void Enter(string method)
    {
        if (methods.Contains(method))
        {
            throw new FunctionException($"'{method}' calls itself");
        }

        methods.Push(method);
    }

    /// <summary>Leaves the body that was entered last.</summary>
    public void Leave() => methods.Pop();

    /// <summary>Counts an expression.</summary>
    public void Count()
    {
        if (++expressions > MostExpressions)
        {
            throw new FunctionException($"with all that it calls it has more than {MostExpressions} expressions");
        }
    }
}
