using System;
using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>Refuses numbers cast to an enum that has no such member.</summary>
internal static class EnumCheck
{
    public static void Run(Attribute attribute, NodeDeclaration node, Problems problems)
    {
        foreach (var property in attribute.GetType().GetProperties().Where(property => property.PropertyType.IsEnum))
        {
            object value = property.GetValue(attribute);
            if (!Enum.IsDefined(property.PropertyType, value))
            {
                problems.Add(
                    ProblemKind.ArgumentOutOfRange,
                    node.Position,
                    $"{property.Name} must be one of {string.Join(", ", Enum.GetNames(property.PropertyType))}, but is {value:D}");
            }
        }
    }
}
