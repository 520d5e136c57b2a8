namespace NetGen;

/// <summary>How fast a training goes, since the first step that was seen: what came before it cannot be timed.</summary>
internal sealed class ProgressClock
{
    private long first;
    private long latest;
    private long samples;
    private long batches;
    private long left;
    private bool hasStarted;

    /// <summary>Takes a step.</summary>
    public void Count(in TrainingProgress progress, long now)
    {
        if (hasStarted)
        {
            samples += progress.Samples;
            batches++;
        }
        else
        {
            hasStarted = true;
            first = now;
        }

        latest = now;
        left = (long)(progress.Epochs - progress.Epoch) * progress.Batches + progress.Batches - progress.Batch;
    }

    /// <summary>Samples a second; 0 where that is not known yet.</summary>
    public double Rate(TimeProvider time)
    {
        double seconds = time.GetElapsedTime(first, latest).TotalSeconds;
        return seconds > 0 ? samples / seconds : 0;
    }

    /// <summary>The time until all epochs are done, at the speed so far; null where that is not known yet, or no span of time is so long.</summary>
    public TimeSpan? Left(TimeProvider time)
    {
        double seconds = time.GetElapsedTime(first, latest).TotalSeconds / batches * left;
        return batches > 0 && seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>Starts anew.</summary>
    public void Reset()
    {
        hasStarted = false;
        samples = batches = left = 0;
    }
}
