namespace Diabetes;

/// <summary>How well the progression of patients was foretold by a network that has not seen them.</summary>
/// <param name="Error">The mean absolute error, in points of the score.</param>
/// <param name="ErrorOfMean">That of foretelling everyone the mean of the others.</param>
/// <param name="R2">The share of the score's variance that is explained: 1 at best, 0 for the mean.</param>
/// <param name="BestEpoch">The epoch whose weights were kept.</param>
internal sealed record Forecast(double Error, double ErrorOfMean, double R2, int BestEpoch)
{
    /// <summary>Learns from some patients, and foretells others.</summary>
    public static Forecast Of(Dataset<float> learned, Dataset<float> judged, int seed)
    {
        var scores = Scaler.StandardizeTargets(learned);
        var (train, validation) = scores.ApplyToTargets(learned).Split(0.85, seed);
        var net = new DiabetesNet(seed);
        Scaler.Standardize(train).StoreIn(net);
        var history = net.Fit(train, new FitOptions
        {
            Epochs = 200,
            BatchSize = 32,
            Seed = seed,
            Validation = validation,
            EarlyStopping = new(patience: 25),
            ReduceOnPlateau = new() { Patience = 10 },
        });

        var foretold = new float[judged.Count];
        net.PredictMany(judged.Inputs, foretold);
        scores.Invert(foretold, foretold);
        var everyoneTheMean = Enumerable.Repeat(scores.Shift[0], judged.Count).ToArray();
        return new(
            Measure(new MeanAbsoluteErrorMetric(), foretold, judged),
            Measure(new MeanAbsoluteErrorMetric(), everyoneTheMean, judged),
            Measure(new R2Metric(), foretold, judged),
            history.Best.Epoch);
    }

    private static double Measure(Metric metric, float[] foretold, Dataset<float> judged)
    {
        metric.Add<float>(foretold, judged.Targets, judged.Count);
        return metric.Value;
    }
}
