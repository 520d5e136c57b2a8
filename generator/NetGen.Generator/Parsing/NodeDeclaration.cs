using System;
using System.Linq;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Parsing;

/// <summary>One attribute as it was written.</summary>
/// <param name="Op">The attribute's name without its suffix.</param>
/// <param name="Position">The place among the class's attributes of the one that it was written in, or that led to it.</param>
/// <param name="Composites">The composites that it was written in, from the outside in, each by the number of its use on the class.</param>
/// <param name="Constructor">The constructor's arguments.</param>
/// <param name="Properties">The properties that were set.</param>
internal sealed record NodeDeclaration(
    string Op,
    int Position,
    EquatableArray<int> Composites,
    EquatableArray<object?> Constructor,
    EquatableArray<PropertySetting> Properties)
{
    /// <summary>The attribute as an object, with its defaults, made from the generator's own copy of the attribute's source.</summary>
    public Attribute ToAttribute()
    {
        var type = typeof(NetworkAttribute).Assembly.GetType($"NetGen.{Op}Attribute", throwOnError: true);
        object?[] arguments = Constructor.Select(Unwrap).ToArray();
        var attribute = (Attribute)Activator.CreateInstance(type, arguments);
        foreach (var setting in Properties)
        {
            var property = type.GetProperty(setting.Name);
            object? value = property.PropertyType.IsEnum ? Enum.ToObject(property.PropertyType, setting.Value) : setting.Value;
            property.SetValue(attribute, value);
        }

        return attribute;
    }

    private static object? Unwrap(object? argument) => argument is EquatableArray<int> sizes ? sizes.ToArray() : argument;
}

/// <summary>A property that an attribute sets by name.</summary>
internal sealed record PropertySetting(string Name, object? Value);
