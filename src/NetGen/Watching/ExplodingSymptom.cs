namespace NetGen;

/// <summary>
/// Gradients that are large, and either far above what they were at first or such that an update changes most of a layer. Large
/// ones alone may be due to large targets, which an optimizer such as Adam makes up for.
/// </summary>
internal sealed class ExplodingSymptom(WatchLimits limits) : Symptom
{
    private double atFirst = double.NaN;
    private int steps;

    public override void Examine(NetworkWatch watch)
    {
        double norm = watch.GradientNorm;
        atFirst = double.IsNaN(atFirst) ? norm : atFirst;
        double growth = norm / (atFirst * limits.ExplodingGrowth);
        bool isSudden = growth > limits.ExplodingGrowth && norm > limits.LargeGradient * limits.ExplodingGrowth;
        bool isLarge = norm > limits.LargeGradient && (growth > 1 || LargestUpdate(watch.Layers) > limits.LargeUpdate);
        steps = isLarge ? steps + 1 : 0;
        if ((isSudden || steps >= limits.Persistence) && watch.IsNew(FindingKind.ExplodingGradients, null))
        {
            var worst = LargestGradient(watch.Layers);
            watch.Add(new Finding(FindingKind.ExplodingGradients, null, watch.Step, string.Create(Text,
                $"The gradients explode: their norm is {norm:G3}, and was {atFirst:G3} at first. The largest are those of '{worst.Layer}', {worst.GradientNorm:G3}, of which an update changed {100 * worst.UpdateRatio:G3} %.")));
        }
    }

    private static double LargestUpdate(IReadOnlyList<LayerReading> layers)
    {
        double largest = 0;
        for (int i = 0; i < layers.Count; i++)
        {
            largest = Math.Max(largest, layers[i].UpdateRatio ?? 0);
        }

        return largest;
    }

    private static LayerReading LargestGradient(IReadOnlyList<LayerReading> layers)
    {
        var largest = layers[0];
        for (int i = 1; i < layers.Count; i++)
        {
            largest = layers[i].GradientNorm > (largest.GradientNorm ?? 0) ? layers[i] : largest;
        }

        return largest;
    }
}
