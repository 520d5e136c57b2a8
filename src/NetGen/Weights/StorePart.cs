namespace NetGen.Weights;

/// <summary>A store among several in one file.</summary>
/// <param name="Prefix">What stands before its tensors' names there.</param>
/// <param name="Store">The tensors.</param>
internal sealed record StorePart<T>(string Prefix, TensorStore<T> Store)
    where T : unmanaged
{
    /// <summary>The tensors under their names in the file.</summary>
    public IEnumerable<TensorDescription> Tensors => Store.Tensors.Select(tensor => Prefix.Length == 0 ? tensor : tensor with { Name = Prefix + tensor.Name });

    /// <summary>The name in the store of a name in the file.</summary>
    public string NameWithin(string name) => name[Prefix.Length..];
}
