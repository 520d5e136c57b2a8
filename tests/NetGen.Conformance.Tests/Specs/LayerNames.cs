namespace NetGen.Conformance.Tests.Specs;

/// <summary>The names of layers: as given, or the op in camel case and its number among its kind, named ones counted too.</summary>
public static class LayerNames
{
    public static string[] Of(IReadOnlyList<OperationSpec> layers)
    {
        var count = new Dictionary<string, int>();
        string[] names = new string[layers.Count];
        for (int i = 0; i < names.Length; i++)
        {
            string op = layers[i].Op;
            count[op] = count.GetValueOrDefault(op) + 1;
            names[i] = layers[i].Name ?? $"{char.ToLowerInvariant(op[0])}{op[1..]}{count[op]}";
        }

        return names;
    }
}
