namespace NetGen;

/// <summary>
/// A loss that has never fallen since the training began. One that has fallen and then stays has converged; and where a training goes
/// on from an earlier one, nothing is known of its beginning.
/// </summary>
internal sealed class StuckLossSymptom(WatchLimits limits) : Symptom
{
    private readonly double[] last = new double[limits.StuckWindow];
    private double atFirst;
    private double lowest = double.PositiveInfinity;
    private long count;
    private bool isOver;

    public override void Examine(NetworkWatch watch)
    {
        isOver |= count == 0 && watch.Step > 1;
        if (isOver)
        {
            return;
        }

        // Of a loss that falls at once, the first step is the beginning; of a noisy one, the mean of some.
        atFirst = count == 0 ? watch.Loss : atFirst;
        last[(int)(count++ % last.Length)] = watch.Loss;
        if (count >= last.Length)
        {
            double mean = Mean(last);
            atFirst = count == last.Length ? Math.Max(atFirst, mean) : atFirst;
            lowest = Math.Min(lowest, mean);
        }

        if (count >= 2 * last.Length && watch.Step >= limits.StuckSteps)
        {
            isOver = true;
            Judge(watch);
        }
    }

    private void Judge(NetworkWatch watch)
    {
        if (atFirst - lowest < limits.StuckShare * Math.Abs(atFirst))
        {
            watch.Add(new Finding(FindingKind.LossNotMoving, null, watch.Step, string.Create(Text,
                $"The loss does not move: it was {atFirst:G4} at first, and its lowest mean over {last.Length} watched steps since is {lowest:G4}.")));
        }
    }

    private static double Mean(double[] values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
