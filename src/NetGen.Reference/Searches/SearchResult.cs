using System.Numerics;

namespace NetGen.Reference;

/// <summary>What a search has found, and at what cost.</summary>
public sealed record SearchResult
{
    /// <summary>The network.</summary>
    public required NetworkDescription Network { get; init; }

    /// <summary>The best parameters that the search stood at: the network's learned tensors one after another, each row-major.</summary>
    public required IReadOnlyList<double> Parameters { get; init; }

    /// <summary>The objective there: mean loss and penalties.</summary>
    public required double Loss { get; init; }

    /// <summary>The objective before the first step and after each.</summary>
    public required IReadOnlyList<double> History { get; init; }

    /// <summary>How often the objective was evaluated, each time on the whole batch.</summary>
    public required long Evaluations { get; init; }

    /// <summary>Writes the parameters into a network.</summary>
    /// <typeparam name="T">Its element type.</typeparam>
    /// <param name="network">A network of the same tensors.</param>
    /// <exception cref="ArgumentException">A tensor is missing or has another length; nothing has changed.</exception>
    public void StoreIn<T>(INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        var changed = network.Parameters.CreateSimilar();
        changed.CopyFrom(network.Parameters);
        foreach (var (name, elements) in ByName())
        {
            changed.Write(name, Array.ConvertAll(elements, T.CreateTruncating));
        }

        network.Parameters.CopyFrom(changed);
    }

    /// <summary>Writes the parameters into a network of the reference engine.</summary>
    /// <param name="network">A network of the same tensors.</param>
    /// <exception cref="ArgumentException">A tensor is missing or has another length; nothing has changed.</exception>
    public void StoreIn(ReferenceNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        network.Write(ByName());
    }

    private List<(string Name, double[] Elements)> ByName()
    {
        var tensors = new List<(string, double[])>();
        int start = 0;
        foreach (var tensor in Objective.Learned(Network))
        {
            tensors.Add((tensor.Name, [.. Parameters.Skip(start).Take(tensor.Length)]));
            start += tensor.Length;
        }

        return tensors;
    }
}
