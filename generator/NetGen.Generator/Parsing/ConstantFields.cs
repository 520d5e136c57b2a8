using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Parsing;

/// <summary>Finds the constants that a user's function may name.</summary>
internal static class ConstantFields
{
    /// <summary>The constant of that name in a class or the ones around it, or null.</summary>
    public static IFieldSymbol? Find(INamedTypeSymbol type, string name)
    {
        for (var each = type; each is not null; each = each.ContainingType)
        {
            if (each.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
