namespace TrainingClinic;

/// <summary>What became of one training.</summary>
/// <param name="Findings">What was wrong with it.</param>
/// <param name="Accuracy">The share of the test digits that the network then read rightly, 0 to 1.</param>
internal sealed record Course(IReadOnlyList<Finding> Findings, double Accuracy)
{
    private const int Epochs = 25;
    private const int Seed = 1;

    /// <summary>Trains a network, and watches it.</summary>
    public static Course Of(INetwork<float> net, Dataset<float> train, Dataset<float> test, double? learningRate = null)
    {
        var watch = new NetworkWatch { Every = 2 };
        try
        {
            net.Fit(train, new FitOptions { Epochs = Epochs, BatchSize = 32, Seed = Seed, LearningRate = learningRate, Watch = watch });
        }
        catch (TrainingDivergedException)
        {
            // The watch has a finding on it.
        }

        return new(watch.Findings, net.Evaluate(test).Accuracy.GetValueOrDefault());
    }
}
