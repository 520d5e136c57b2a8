namespace NetGen;

/// <summary>A metric of networks whose outputs are compared with values.</summary>
public abstract class ValueMetric : Metric
{
    private protected ValueMetric()
    {
    }

    internal override string? ProblemWith(NetworkDescription network, bool takesLabels) =>
        takesLabels ? $"the metric {Name} takes target values, but {network.Loss.Op} takes labels" : null;
}
