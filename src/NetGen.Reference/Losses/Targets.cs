namespace NetGen.Reference;

/// <summary>What the outputs of a batch should be: values, or under a cross-entropy the index of each sample's class. Arrays convert to it.</summary>
public sealed class Targets
{
    private readonly double[]? values;
    private readonly int[]? labels;
    private readonly double[]? classWeights;

    private Targets(double[]? values, int[]? labels, double[]? classWeights = null) =>
        (this.values, this.labels, this.classWeights) = (values, labels, classWeights);

    /// <summary>One value per output, sample after sample: [samples, outputs].</summary>
    public static implicit operator Targets(double[] values) => Values(values);

    /// <summary>One class index per sample.</summary>
    public static implicit operator Targets(int[] labels) => Labels(labels);

    /// <summary>One value per output, sample after sample: [samples, outputs].</summary>
    public static Targets Values(params double[] values) => new(values, null);

    /// <summary>One class index per sample.</summary>
    public static Targets Labels(params int[] labels) => new(null, labels);

    /// <summary>One class index per sample, and what a sample of each class counts for: the loss is <c>Σ w(label) · loss / Σ w(label)</c>.</summary>
    public static Targets Weighted(int[] labels, double[] classWeights) => new(null, labels, classWeights);

    /// <summary>What a sample of a class counts for.</summary>
    internal double WeightOf(int label) => classWeights is null ? 1 : classWeights[label];

    /// <summary>What all samples count for together.</summary>
    internal double TotalWeight(int[] labels) => classWeights is null ? labels.Length : labels.Sum(WeightOf);

    /// <summary>The targets or labels of a dataset.</summary>
    internal static Targets Of<T>(Dataset<T> data)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
        data.HasLabels ? data.Labels.ToArray() : Array.ConvertAll(data.Targets.ToArray(), double.CreateTruncating);

    internal double[] RequireValues(Tensor outputs)
    {
        if (values is null)
        {
            throw new ArgumentException("This network's loss takes values as targets, not labels.");
        }

        return values.Length == outputs.Length
            ? values
            : throw new ArgumentException($"Expected targets for {Sizes.Text(outputs.Shape)} outputs, {outputs.Length} elements, but got {values.Length}.");
    }

    internal int[] RequireLabels(Tensor outputs)
    {
        if (labels is null)
        {
            throw new ArgumentException("This network's loss takes labels as targets, not values.");
        }

        if (outputs.Shape.Count != 2)
        {
            throw new ArgumentException($"A loss of labels takes one row of logits per sample, but the outputs are {Sizes.Text(outputs.Shape.Skip(1))}.");
        }

        int samples = outputs.Shape[0];
        if (labels.Length != samples)
        {
            throw new ArgumentException($"Expected {samples} labels for {samples} samples, but got {labels.Length}.");
        }

        int wrong = labels.AsSpan().IndexOfAnyExceptInRange(0, outputs.Columns - 1);
        return wrong < 0
            ? labels
            : throw new ArgumentException($"Expected labels from 0 to {outputs.Columns - 1}, but label {wrong} is {labels[wrong]}.");
    }
}
