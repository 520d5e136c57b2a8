using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace NetGen.Testing;

/// <summary>Calls <c>new Net(seed: 1)</c> by reflection.</summary>
internal static class SeededConstructor
{
    public static object Invoke(Type type, int seed)
    {
        ConstructorInfo constructor = type.GetConstructors().FirstOrDefault(IsSeeded)
            ?? throw new AssertionFailedException($"{type} has no public constructor that is called as new(seed: 1).");
        object?[] arguments = [.. constructor.GetParameters().Select(parameter => Argument(parameter, seed))];
        try
        {
            return constructor.Invoke(arguments);
        }
        catch (TargetInvocationException exception)
        {
            // The test is about what the constructor threw, not about how it was called.
            ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }

    private static bool IsSeeded(ConstructorInfo constructor)
    {
        ParameterInfo[] parameters = constructor.GetParameters();
        return parameters.Any(IsSeed) && parameters.All(parameter => IsSeed(parameter) || parameter.IsOptional);
    }

    private static bool IsSeed(ParameterInfo parameter) => parameter.Name == "seed";

    private static object? Argument(ParameterInfo parameter, int seed)
    {
        if (!IsSeed(parameter))
        {
            return parameter.DefaultValue;
        }

        Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return Convert.ChangeType(seed, type, CultureInfo.InvariantCulture);
    }
}
