using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Binding;

/// <summary>Chooses the initialisation that a declaration leaves open.</summary>
internal static class Initialisation
{
    /// <summary>Fits every open initialisation to the layer that reads the output first.</summary>
    public static void ResolveDefaults(IReadOnlyList<Layer> layers)
    {
        foreach (var layer in layers)
        {
            var suited = SuitedAfter(layer, layers);
            for (int i = 0; i < layer.Parameters.Count; i++)
            {
                var parameter = layer.Parameters[i];
                layer.Parameters[i] = parameter.Init == Init.Default ? parameter with { Init = suited } : parameter;
            }
        }
    }

    /// <summary>What suits the first reader; where that leaves it to what reads it in turn, the next.</summary>
    private static Init SuitedAfter(Layer layer, IReadOnlyList<Layer> layers)
    {
        var reader = layers.FirstOrDefault(candidate => candidate.Inputs.Contains(layer));
        return reader is null ? Init.XavierUniform
            : reader.Kind.SuitedInit == Init.Default ? SuitedAfter(reader, layers)
            : reader.Kind.SuitedInit;
    }
}
