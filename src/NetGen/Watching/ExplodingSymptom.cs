namespace NetGen;

/// <summary>
/// Gradients that are large, and either such that an update changes most of a layer or far above what they were at first. Growth
/// alone may be due to large targets, which an optimizer such as Adam makes up for: it counts only where updates are not small and the
/// loss has not fallen.
/// </summary>
internal sealed class ExplodingSymptom(WatchLimits limits) : Symptom
{
    private const double FallenShare = 0.5; // of the first loss
    private const double SmallUpdate = 0.1; // of a layer's parameters
    private double atFirst = double.NaN;
    private double firstLoss;
    private int steps;

    public override void Examine(NetworkWatch watch)
    {
        double norm = watch.GradientNorm;
        if (double.IsNaN(atFirst))
        {
            (atFirst, firstLoss) = (norm, watch.Loss);
        }

        double update = LargestUpdate(watch.Layers);
        double growth = DoesHarm(watch.Loss, update) ? norm / (atFirst * limits.ExplodingGrowth) : 0;
        bool isSudden = growth > limits.ExplodingGrowth && norm > limits.LargeGradient * limits.ExplodingGrowth;
        bool isLarge = norm > limits.LargeGradient && (growth > 1 || update > limits.LargeUpdate);
        steps = isLarge ? steps + 1 : 0;
        if ((isSudden || steps >= limits.Persistence) && watch.IsNew(FindingKind.ExplodingGradients, null))
        {
            var worst = LargestGradient(watch.Layers);
            watch.Add(new Finding(FindingKind.ExplodingGradients, null, watch.Step, string.Create(Text,
                $"The gradients explode: their norm is {norm:G3}, and was {atFirst:G3} at first. The largest are those of '{worst.Layer}', {worst.GradientNorm:G3}, of which an update changed {100 * worst.UpdateRatio:G3} %.")));
        }
    }

    private bool DoesHarm(double loss, double update) =>
        update > SmallUpdate && !(firstLoss - loss > FallenShare * Math.Abs(firstLoss));

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
