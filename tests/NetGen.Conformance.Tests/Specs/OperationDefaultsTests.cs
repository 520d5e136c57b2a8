using System.Globalization;
using System.Reflection;

namespace NetGen.Conformance.Tests.Specs;

/// <summary>The table of defaults says what the attributes say.</summary>
public sealed class OperationDefaultsTests
{
    // How a weight is filled is told of the tensor, and operands are told of the layer.
    private static readonly string[] NotArguments = ["TypeId", "Name", "Shape", "With", "Method", "Init", "InitScale"];

    public static TheoryData<string> Attributes =>
    [
        .. typeof(LayerAttribute).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Attribute)) && !type.IsAbstract && type.IsPublic && type != typeof(NetworkAttribute))
            .Select(type => type.Name),
    ];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Defaults_are_those_of_the_attribute(string name)
    {
        var type = typeof(LayerAttribute).Assembly.GetType("NetGen." + name, throwOnError: true)!;
        var attribute = Create(type);
        string op = name[..^"Attribute".Length];
        var tables = new[] { OperationDefaults.Layers, OperationDefaults.Losses, OperationDefaults.Optimizers, OperationDefaults.Limits };
        var arguments = tables.Single(table => table.ContainsKey(op))[op];
        var properties = type.GetProperties().Where(property => !NotArguments.Contains(property.Name)).ToArray();

        arguments.Select(argument => argument.Name).ShouldBe(properties.Select(Camel), ignoreOrder: true);
        foreach (var property in properties.Where(property => property.CanWrite))
        {
            double value = Convert.ToDouble(property.GetValue(attribute), CultureInfo.InvariantCulture);
            arguments.Single(argument => argument.Name == Camel(property)).Value.ShouldBe(value, property.Name);
        }
    }

    private static string Camel(PropertyInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name[1..];

    private static object Create(Type type)
    {
        var constructor = type.GetConstructors().OrderBy(candidate => candidate.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(Sample)]);
    }

    private static object Sample(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(int) ? 1 : parameter.ParameterType == typeof(double) ? 0.5 : parameter.ParameterType == typeof(string) ? "a" : new[] { 1 };
}
