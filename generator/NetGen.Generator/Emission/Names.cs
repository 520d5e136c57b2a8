using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Gives tensors and values different identifiers, made from the names that the user knows.</summary>
internal sealed class Names(params string[] taken)
{
    /// <summary>What every class has, and a member of another meaning would hide.</summary>
    public static readonly string[] OfObject = ["Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize"];

    private readonly HashSet<string> used = [.. taken];
    private readonly Dictionary<object, string> given = [];
    private readonly Dictionary<string, int> places = [];

    /// <summary>The identifier of something, the same each time it is asked for.</summary>
    public string Of(object thing, string wish) => given.TryGetValue(thing, out string? name) ? name : given[thing] = New(wish);

    /// <summary>The identifier of a tensor, in camel case.</summary>
    public string Of(Tensor tensor) => given.TryGetValue(tensor, out string? name) ? name : Of(tensor, Camel(tensor.Name));

    /// <summary>The identifier of a tensor, in Pascal case.</summary>
    public string PascalOf(Tensor tensor) => given.TryGetValue(tensor, out string? name) ? name : Of(tensor, Pascal(tensor.Name));

    /// <summary>An identifier that nothing else has.</summary>
    public string New(string wish)
    {
        string name = wish;
        for (int number = 2; !used.Add(name); number++)
        {
            name = $"{wish}_{number}";
        }

        string identifier = SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
        places[identifier] = places.Count;
        return identifier;
    }

    /// <summary>Code with the number of each identifier that was given here in its place, in the order in which they were.</summary>
    public string Canonical(string code)
    {
        var canonical = new StringBuilder(code.Length);
        for (int start = 0, end; start < code.Length; start = end)
        {
            end = start + 1;
            if (!BeginsIdentifier(code[start]))
            {
                canonical.Append(code[start]);
                continue;
            }

            while (end < code.Length && ContinuesIdentifier(code[end]))
            {
                end++;
            }

            string identifier = code.Substring(start, end - start);
            _ = places.TryGetValue(identifier, out int place) ? canonical.Append('§').Append(place) : canonical.Append(identifier);
        }

        return canonical.ToString();
    }

    /// <summary><c>dense1.weight</c> to <c>Dense1Weight</c>, <c>batchNorm1.running_mean</c> to <c>BatchNorm1RunningMean</c>.</summary>
    public static string Pascal(string name)
    {
        var pascal = new StringBuilder(name.Length);
        bool begins = true;
        bool isLayer = true;
        foreach (char letter in name)
        {
            // A layer's own name keeps its underscores.
            if (letter == '.' || (letter == '_' && !isLayer))
            {
                isLayer = false;
                begins = true;
            }
            else
            {
                pascal.Append(begins ? char.ToUpperInvariant(letter) : letter);
                begins = false;
            }
        }

        return pascal.ToString();
    }

    /// <summary><c>dense1.weight</c> to <c>dense1Weight</c>.</summary>
    public static string Camel(string name)
    {
        string pascal = Pascal(name);
        return char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
    }

    private static bool BeginsIdentifier(char letter) => char.IsLetter(letter) || letter is '_' or '@';

    private static bool ContinuesIdentifier(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
