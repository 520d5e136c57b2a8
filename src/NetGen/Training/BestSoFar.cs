namespace NetGen;

/// <summary>The best value that a monitor has read, and how long ago.</summary>
/// <param name="monitor">What says which value is better.</param>
/// <param name="minimumChange">The smallest improvement that counts: a better value differs by more.</param>
internal sealed class BestSoFar(MonitoredMetric monitor, double minimumChange = 0)
{
    private double value = double.NaN;
    private long epoch;
    private long since;

    /// <summary>The epoch of the best value, from 1; 0 where there has been no number.</summary>
    public int Epoch => (int)epoch;

    /// <summary>Epochs since then.</summary>
    public long Since => since;

    /// <summary>Takes an epoch.</summary>
    /// <returns>Whether it is better than all before.</returns>
    public bool Add(EpochResult result)
    {
        double next = monitor.Read(result);
        if (!monitor.IsBetter(next, value, minimumChange))
        {
            since++;
            return false;
        }

        value = next;
        epoch = result.Epoch;
        since = 0;
        return true;
    }

    /// <summary>Hands what has been seen to a file, or takes it from one.</summary>
    /// <param name="notes">The file's.</param>
    /// <param name="name">What the values' names begin with.</param>
    /// <param name="epochs">How many epochs have been seen.</param>
    public void Exchange(Notes notes, string name, long epochs)
    {
        double best = notes.Value($"{name}.value", value);
        long bestEpoch = notes.Count($"{name}.epoch", epoch, epochs);
        long epochsSince = notes.Count($"{name}.since", since, epochs);
        if (notes.IsRestoring)
        {
            (value, epoch, since) = (best, bestEpoch, epochsSince);
        }
    }
}
