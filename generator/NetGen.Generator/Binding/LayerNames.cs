using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>
/// Names layers and finds them by name. Within a composite, a name means first what it would mean if the composite stood alone: the
/// layers of that use of it, then those of the composite around it, finally those of the whole network.
/// </summary>
internal sealed class LayerNames
{
    private readonly NameScope network = new();
    private readonly Dictionary<int, NameScope> composites = [];

    /// <summary>The name in the network of the layer that a node is about to become.</summary>
    public string NameOf(NodeDeclaration node, string? given) => network.NameOf(node.Op, given, isNested: node.Composites.Count > 0);

    /// <summary>Whether another layer has that name already, in the network or in the composite that the node is written in.</summary>
    public bool IsTaken(NodeDeclaration node, string? given)
    {
        var own = OwnScopeOf(node);
        return network.Find(NameOf(node, given)) is not null || own.Find(own.NameOf(node.Op, given, isNested: false)) is not null;
    }

    /// <summary>The layer before a node that a name means there.</summary>
    public Layer? Find(NodeDeclaration node, string name) =>
        ScopesOf(node).Reverse().Select(scope => scope.Find(name)).FirstOrDefault(layer => layer is not null);

    /// <summary>Remembers the layer of a node.</summary>
    public void Add(NodeDeclaration node, string? given, Layer layer)
    {
        var scopes = ScopesOf(node);
        for (int depth = 0; depth < scopes.Count; depth++)
        {
            scopes[depth].Add(scopes[depth].NameOf(node.Op, given, isNested: depth < scopes.Count - 1), layer);
        }
    }

    /// <summary>The names that a node could use, for a message.</summary>
    public string KnownTo(NodeDeclaration node)
    {
        string outer = network.IsEmpty ? "there is no layer before it" : $"the layers before it are {network}";
        var own = OwnScopeOf(node);
        return own == network || own.IsEmpty ? outer : $"{outer}, and in its composite {own}";
    }

    /// <summary>The network and the composites that a node stands in, from the outside in.</summary>
    private IReadOnlyList<NameScope> ScopesOf(NodeDeclaration node) => [network, .. node.Composites.Select(Composite)];

    private NameScope OwnScopeOf(NodeDeclaration node) => node.Composites.Count == 0 ? network : Composite(node.Composites[node.Composites.Count - 1]);

    private NameScope Composite(int use)
    {
        if (!composites.TryGetValue(use, out var scope))
        {
            composites.Add(use, scope = new NameScope());
        }

        return scope;
    }
}
