namespace NetGen;

/// <summary>Layers of which many units give 0 for every sample.</summary>
internal sealed class DeathSymptom(WatchLimits limits) : Symptom
{
    private int steps;

    public override void Examine(NetworkWatch watch)
    {
        steps++;
        for (int i = 0; i < watch.Layers.Count && steps >= limits.DeadWindow; i++)
        {
            var layer = watch.Layers[i];
            if (layer.DeadShare > limits.DeadShare && watch.IsNew(FindingKind.DeadNeurons, layer.Layer))
            {
                watch.Add(new Finding(FindingKind.DeadNeurons, layer.Layer, watch.Step, string.Create(Text,
                    $"{100 * layer.DeadShare:0} % of the units of '{layer.Layer}' are dead: 0 for every sample of {limits.DeadWindow} watched steps.")));
            }
        }
    }
}
