using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Gives tensors and values different identifiers, made from the names that the user knows.</summary>
internal sealed class Names(params string[] taken)
{
    private readonly HashSet<string> used = [.. taken];
    private readonly Dictionary<object, string> given = [];
    private readonly List<string> order = [];

    /// <summary>The identifier of something, the same each time it is asked for.</summary>
    public string Of(object thing, string wish)
    {
        if (!given.TryGetValue(thing, out string? name))
        {
            given[thing] = name = New(wish);
        }

        return name;
    }

    /// <summary>The identifier of a tensor, in camel case.</summary>
    public string Of(Tensor tensor) => Of(tensor, Camel(tensor.Name));

    /// <summary>The identifier of a tensor, in Pascal case.</summary>
    public string PascalOf(Tensor tensor) => Of(tensor, Pascal(tensor.Name));

    /// <summary>An identifier that nothing else has.</summary>
    public string New(string wish)
    {
        string name = wish;
        for (int number = 2; !used.Add(name); number++)
        {
            name = $"{wish}_{number}";
        }

        order.Add(SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name);
        return order[order.Count - 1];
    }

    /// <summary>Code with the number of each identifier that was given here in its place, in the order in which they were.</summary>
    public string Canonical(string code) => Regex.Replace(code, @"@?[\p{L}_][\p{L}\p{Nd}_]*", match =>
        order.IndexOf(match.Value) is >= 0 and var place ? $"§{place}" : match.Value);

    /// <summary><c>dense1.weight</c> to <c>Dense1Weight</c>, <c>batchNorm1.running_mean</c> to <c>BatchNorm1RunningMean</c>.</summary>
    public static string Pascal(string name)
    {
        // A layer's own name keeps its underscores.
        string[] parts = name.Split('.');
        return string.Concat(parts.Take(1).Concat(parts.Skip(1).SelectMany(part => part.Split('_'))).Where(part => part.Length > 0).Select(Capital));
    }

    /// <summary><c>dense1.weight</c> to <c>dense1Weight</c>.</summary>
    public static string Camel(string name)
    {
        string pascal = Pascal(name);
        return char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
    }

    private static string Capital(string part) => char.ToUpperInvariant(part[0]) + part.Substring(1);
}
