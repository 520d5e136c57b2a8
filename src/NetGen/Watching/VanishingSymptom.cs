namespace NetGen;

/// <summary>Gradients of the first layer with weights that are next to nothing beside those of the last.</summary>
internal sealed class VanishingSymptom(WatchLimits limits) : Symptom
{
    private int steps;

    public override void Examine(NetworkWatch watch)
    {
        var (first, last) = FirstAndLast(watch.Layers);
        if (first is null || last is null || first == last)
        {
            return;
        }

        double share = first.GradientSize / last.GradientSize;
        steps = share < limits.VanishingShare ? steps + 1 : 0;
        if (steps >= limits.Persistence && watch.IsNew(FindingKind.VanishingGradients, first.Layer))
        {
            watch.Add(new Finding(FindingKind.VanishingGradients, first.Layer, watch.Step, string.Create(Text,
                $"The gradients vanish on their way to '{first.Layer}': their root mean square is {first.GradientSize:G2} there, and {last.GradientSize:G2} at '{last.Layer}'.")));
        }
    }

    private static (LayerReading? First, LayerReading? Last) FirstAndLast(IReadOnlyList<LayerReading> layers)
    {
        LayerReading? first = null;
        LayerReading? last = null;
        for (int i = 0; i < layers.Count; i++)
        {
            if (layers[i].HasWeights)
            {
                first ??= layers[i];
                last = layers[i];
            }
        }

        return (first, last);
    }
}
