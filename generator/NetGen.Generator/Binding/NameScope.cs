using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Binding;

/// <summary>The layers of a network, or of one use of a composite, with the names that they have there.</summary>
internal sealed class NameScope
{
    private readonly List<(string Name, Layer Layer)> layers = [];

    public bool IsEmpty => layers.Count == 0;

    /// <summary>
    /// The name that the next layer would get here: the one that it is given, or its kind and its number among its kind. A name that
    /// is given within a composite gets a number, from 2, where it is taken.
    /// </summary>
    public string NameOf(string op, string? given, bool isNested)
    {
        if (given is null)
        {
            return char.ToLowerInvariant(op[0]) + op.Substring(1) + (layers.Count(each => each.Layer.Op == op) + 1);
        }

        string name = given;
        for (int number = 2; isNested && Find(name) is not null; number++)
        {
            name = given + number;
        }

        return name;
    }

    public Layer? Find(string name) => layers.Find(each => each.Name == name).Layer;

    public void Add(string name, Layer layer) => layers.Add((name, layer));

    public override string ToString() => string.Join(", ", layers.Select(each => $"'{each.Name}'"));
}
