namespace TrainingClinic;

/// <summary>A sick training, and the same cured.</summary>
/// <param name="Name">What ails it.</param>
/// <param name="Expected">The finding that names it.</param>
/// <param name="Cure">What is done about it.</param>
/// <param name="Train">The training as it is.</param>
/// <param name="TrainCured">The training with the cure.</param>
internal sealed record Patient(string Name, FindingKind Expected, string Cure, Func<Course> Train, Func<Course> TrainCured)
{
    /// <summary>The four of this clinic.</summary>
    public static IReadOnlyList<Patient> All(Dataset<float> train, Dataset<float> test)
    {
        var scaler = Scaler.Standardize(train);
        var (scaled, scaledTest) = (scaler.Apply(train), scaler.Apply(test));
        return
        [
            new(
                "eight layers of sigmoids",
                FindingKind.VanishingGradients,
                "ReLU in place of sigmoid, with He's initial weights",
                () => Course.Of(new DeepSigmoidNet(Seed), scaled, scaledTest),
                () => Course.Of(new DeepReluNet(Seed), scaled, scaledTest)),
            new(
                "a learning rate of 2",
                FindingKind.ExplodingGradients,
                "a rate of 0.1",
                () => Course.Of(new RateNet(Seed), scaled, scaledTest, learningRate: 2),
                () => Course.Of(new RateNet(Seed), scaled, scaledTest)),
            new(
                "ReLU on raw pixels, 0 to 16, at a rate of 0.2",
                FindingKind.DeadNeurons,
                "standardized pixels, LeakyReLU, and half the rate",
                () => Course.Of(new ReluNet(Seed), train, test, learningRate: 0.2),
                () => Course.Of(new LeakyReluNet(Seed), scaled, scaledTest)),
            new(
                "initial weights of deviation 1",
                FindingKind.SaturatedUnits,
                "Xavier's initial weights",
                () => Course.Of(new LargeTanhNet(Seed), scaled, scaledTest),
                () => Course.Of(new TanhNet(Seed), scaled, scaledTest)),
        ];
    }

    private const int Seed = 1;
}
