using System;

namespace NetGen.Generator.Infrastructure;

/// <summary>The name of a layer, loss, optimizer or setting: its attribute's without the suffix.</summary>
internal static class OpName
{
    private const string Suffix = "Attribute";

    public static string Of(Type attribute) => attribute.Name.Substring(0, attribute.Name.Length - Suffix.Length);
}
