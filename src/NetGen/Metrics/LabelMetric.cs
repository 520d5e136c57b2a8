namespace NetGen;

/// <summary>A metric of networks that tell classes apart by labels.</summary>
public abstract class LabelMetric : Metric
{
    private protected LabelMetric()
    {
    }

    internal override string? ProblemWith(NetworkDescription network, bool takesLabels) =>
        takesLabels ? null : $"the metric {Name} takes labels, but {network.Loss.Op} takes target values";
}
