namespace NetGen.Conformance.Tests.Specs;

/// <summary>One argument as it was written.</summary>
/// <param name="Name">Its name in camel case.</param>
/// <param name="Number">Its value; a flag is 0 or 1.</param>
/// <param name="IsFlag">Whether it is true or false in C#.</param>
public sealed record ArgumentSpec(string Name, double Number, bool IsFlag = false)
{
    public static implicit operator ArgumentSpec((string Name, double Number) argument) => new(argument.Name, argument.Number);

    public static implicit operator ArgumentSpec((string Name, bool IsSet) argument) => new(argument.Name, argument.IsSet ? 1 : 0, IsFlag: true);
}
