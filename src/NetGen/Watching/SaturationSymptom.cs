namespace NetGen;

/// <summary>
/// Hidden layers most of whose outputs stand at a bound, from the first step on or while the loss is still high: those of a network
/// that has learned what it can may stand there. The network's own outputs are left out: it is how they say yes and no.
/// </summary>
internal sealed class SaturationSymptom(WatchLimits limits) : Symptom
{
    private const double HighLoss = 0.5; // of the first
    private int[] streaks = [];
    private long steps;
    private double firstLoss;

    public override void Examine(NetworkWatch watch)
    {
        if (steps++ == 0)
        {
            streaks = new int[watch.Layers.Count];
            firstLoss = watch.Loss;
        }

        bool hasLearned = steps > limits.Persistence && watch.Loss < HighLoss * firstLoss;
        for (int i = 0; i < streaks.Length; i++)
        {
            var layer = watch.Layers[i];
            streaks[i] = !hasLearned && !layer.IsLast && layer.SaturatedShare > limits.SaturatedShare ? streaks[i] + 1 : 0;
            if (streaks[i] >= limits.Persistence && watch.IsNew(FindingKind.SaturatedUnits, layer.Layer))
            {
                watch.Add(new Finding(FindingKind.SaturatedUnits, layer.Layer, watch.Step, string.Create(Text,
                    $"'{layer.Layer}' is saturated: {100 * layer.SaturatedShare:0} % of its outputs are at a bound, where next to no gradient passes.")));
            }
        }
    }
}
