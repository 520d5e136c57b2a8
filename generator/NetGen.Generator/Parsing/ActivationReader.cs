using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Parsing;

/// <summary>Finds and reads the user's own activations that a declaration names.</summary>
internal static class ActivationReader
{
    public static EquatableArray<ActivationMethod> Read(
        INamedTypeSymbol type,
        EquatableArray<NodeDeclaration> nodes,
        FunctionSource source,
        Problems problems,
        CancellationToken cancellation)
    {
        var methods = new List<ActivationMethod>();
        foreach (var node in nodes.Where(node => node.Op == "Activation"))
        {
            cancellation.ThrowIfCancellationRequested();
            string name = node.Constructor.Count == 1 ? node.Constructor[0] as string ?? "" : "";
            if (methods.Any(method => method.Name == name))
            {
                continue;
            }

            try
            {
                var body = new FunctionParser(source, new FunctionBudget()).Parse(Find(type, name), Parameter.Instance);
                methods.Add(new ActivationMethod(name, FunctionBudget.Differentiable(FiniteConstants.Checked(body))));
            }
            catch (FunctionException exception)
            {
                problems.Add(ProblemKind.Activation, node.Position, $"'{name}': {exception.Message}");
            }
        }

        return new EquatableArray<ActivationMethod>(methods);
    }

    /// <summary>Whether a method is marked as one of the user's activations.</summary>
    public static bool IsMarked(IMethodSymbol method) => method.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: nameof(ActivationAttribute), ContainingNamespace: { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true } });

    /// <summary>Whether a method is a function of one real number.</summary>
    public static bool IsFunction(IMethodSymbol method) =>
        method is { IsStatic: true, IsGenericMethod: false, Parameters.Length: 1 }
        && IntegerArithmetic.IsReal(method.ReturnType)
        && IntegerArithmetic.IsReal(method.Parameters[0].Type);

    /// <summary>The marked method of that name in a class or the ones around it.</summary>
    private static IMethodSymbol Find(INamedTypeSymbol type, string name)
    {
        for (var each = type; each is not null; each = each.ContainingType)
        {
            var marked = each.GetMembers(name).OfType<IMethodSymbol>().Where(IsMarked).ToList();
            if (marked.Count > 0)
            {
                return FunctionSource.PartWithBody(marked.FirstOrDefault(IsFunction)
                    ?? throw new FunctionException("an activation is a static method from one float or double to another"));
            }
        }

        throw new FunctionException($"there is no method of that name marked [Activation] in '{type.Name}' or around it");
    }
}
