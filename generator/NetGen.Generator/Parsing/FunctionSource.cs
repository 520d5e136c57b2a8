using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Parsing;

/// <summary>Finds the code of a user's function, as C# understands it.</summary>
internal sealed class FunctionSource(Compilation compilation, GeneratedSymbols generated)
{
    /// <summary>The part of a method that has its body.</summary>
    public static IMethodSymbol PartWithBody(IMethodSymbol method) => method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;

    /// <summary>A method's body; one that divides integers is refused, since a network has only real numbers, and one that names what is generated.</summary>
    public IBlockOperation BodyOf(IMethodSymbol method)
    {
        var syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (syntax is null || !compilation.ContainsSyntaxTree(syntax.SyntaxTree))
        {
            throw new FunctionException("its source is not in this compilation");
        }

        if (generated.FindIn(syntax) is { } member)
        {
            throw new FunctionException($"'{member}' is generated, and not there yet while the method is read: write the value itself");
        }

        var operation = compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax) as IMethodBodyOperation;
        var body = operation?.BlockBody ?? operation?.ExpressionBody ?? throw new FunctionException("it has no body");
        if (body.Descendants().FirstOrDefault(IntegerArithmetic.IsDivision) is { } division)
        {
            throw new FunctionException($"the compiler cannot read '{division.Syntax}': C# divides these as integers: write one with a decimal point");
        }

        return body;
    }
}
