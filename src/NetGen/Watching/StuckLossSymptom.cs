namespace NetGen;

/// <summary>
/// A loss that has not fallen since the training began, judged once. One that has fallen and then stays has converged; and where a
/// training goes on from an earlier one, nothing is known of its beginning.
/// </summary>
internal sealed class StuckLossSymptom(WatchLimits limits) : Symptom
{
    private const int Beginning = 3; // watched steps: few, as a loss may fall at once; more than one, as it is noisy
    private readonly double[] last = new double[limits.StuckWindow];
    private double atFirst;
    private long count;
    private bool isOver;

    public override void Examine(NetworkWatch watch)
    {
        isOver |= count == 0 && watch.Step > 1;
        if (isOver)
        {
            return;
        }

        atFirst += count < Beginning ? watch.Loss / Beginning : 0;
        last[(int)(count++ % last.Length)] = watch.Loss;
        if (count >= Math.Max(2 * last.Length, Beginning + last.Length) && watch.Step >= limits.StuckSteps)
        {
            isOver = true;
            Judge(watch, Mean(last));
        }
    }

    private void Judge(NetworkWatch watch, double now)
    {
        if (atFirst - now < limits.StuckShare * Math.Abs(atFirst))
        {
            watch.Add(new Finding(FindingKind.LossNotMoving, null, watch.Step, string.Create(Text,
                $"The loss does not fall: it was {atFirst:G4} at first, and is {now:G4} over the last {last.Length} watched steps.")));
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
