namespace NetGen.Generator.Tests.Harness.StandIns;

/// <summary>What the stand-in reads of a class: plain data that compares by value.</summary>
internal sealed record StandInDeclaration(string Namespace, string Name, string Element)
{
    public static StandInDeclaration Read(GeneratorAttributeSyntaxContext context)
    {
        bool isDouble = context.Attributes[0].NamedArguments.Any(argument => argument.Value.Value is 1);
        return new(context.TargetSymbol.ContainingNamespace.ToDisplayString(), context.TargetSymbol.Name, isDouble ? "double" : "float");
    }
}
