namespace Digits;

/// <summary>What the network took a digit for.</summary>
/// <param name="Sample">The digit's place among the samples.</param>
/// <param name="Label">What it is.</param>
/// <param name="Prediction">What the network says.</param>
internal sealed record Reading(int Sample, int Label, int Prediction)
{
    public bool IsRight => Label == Prediction;

    /// <summary>Reads every digit of a data set.</summary>
    public static List<Reading> All(DigitNet net, Dataset<float> data)
    {
        var readings = new List<Reading>(data.Count);
        for (int sample = 0; sample < data.Count; sample++)
        {
            readings.Add(new(sample, data.Labels[sample], net.Classify(data[sample])));
        }

        return readings;
    }
}
