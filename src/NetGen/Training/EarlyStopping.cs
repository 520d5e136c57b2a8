namespace NetGen;

/// <summary>Ends a training that has stopped getting better (Prechelt 1998, "Early Stopping: But When?").</summary>
public sealed record EarlyStopping
{
    /// <summary>Says when to stop.</summary>
    /// <param name="patience">How many epochs in a row may pass without a better one; after the last of them the training ends. At least 1.</param>
    /// <param name="monitor">What is watched; null for what <see cref="FitOptions.Monitor"/> says.</param>
    /// <param name="minimumChange">The smallest improvement that counts: a better epoch differs from the best so far by more. Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="patience"/> or <paramref name="minimumChange"/> is out of range.</exception>
    public EarlyStopping(int patience, MonitoredMetric? monitor = null, double minimumChange = 0)
    {
        Patience = ArgumentCheck.AtLeast(1, patience, nameof(patience));
        Monitor = monitor;
        MinimumChange = ArgumentCheck.AtLeast(0, minimumChange, nameof(minimumChange));
    }

    /// <summary>How many epochs in a row may pass without a better one.</summary>
    public int Patience { get; }

    /// <summary>What is watched; null for what <see cref="FitOptions.Monitor"/> says.</summary>
    public MonitoredMetric? Monitor { get; }

    /// <summary>The smallest improvement that counts: a better epoch differs from the best so far by more.</summary>
    public double MinimumChange { get; }
}
