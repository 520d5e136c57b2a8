namespace WorkedExample;

/// <summary>One training step of the article's network, quantity by quantity, beside the article's figures.</summary>
internal static class Calculation
{
    private static readonly double[] X = [0.5, 0.8];
    private static readonly double[] Y = [1];

    /// <summary>Runs the step; the rows come in the article's order.</summary>
    public static List<Figure> Run()
    {
        var net = WorkedNet.WithArticleWeights();
        var textbook = new Textbook(net.Parameters, X, Y[0]);
        var trainer = net.CreateTrainer(batchSize: 1);

        double[] prediction = Forward(trainer);
        double loss = trainer.Loss(Y);
        List<Figure> figures =
        [
            new("z1", "W1 x + b1", Source.Formula, textbook.Z1, ["0.625", "0.69"]),
            new("a1", "sigmoid(z1)", Source.Formula, textbook.A1, ["0.651", "0.666"]),
            new("z2", "W2 a1 + b2", Source.Formula, [textbook.Z2], ["1.1934"]),
            new("p", "sigmoid(z2)", Source.Generated, prediction, ["0.767"]),
            new("loss", "(y - p)^2 / 2", Source.Generated, [loss], ["0.0271"]),
        ];

        trainer.Backward();
        var gradients = trainer.Gradients;
        figures.AddRange(
        [
            new("dL/dp", "p - y", Source.Formula, [textbook.DP], ["-0.233"]),
            new("dz2", "dL/dp p (1 - p)", Source.Formula, [textbook.DZ2], ["-0.0416"]),
            new("dW2", "dz2 a1", Source.Generated, gradients.ToArray("output.weight"), ["-0.0271", "-0.0277"]),
            new("db2", "dz2", Source.Generated, gradients.ToArray("output.bias"), ["-0.0416"]),
            new("da1", "W2 dz2", Source.Formula, textbook.DA1, ["-0.0166", "-0.0208"]),
            new("dz1", "da1 a1 (1 - a1)", Source.Formula, textbook.DZ1, ["-0.00377", "-0.00463"]),
            new("db1", "dz1", Source.Generated, gradients.ToArray("hidden.bias"), ["-0.00377", "-0.00463"]),
            new("dW1", "dz1 x", Source.Generated, gradients.ToArray("hidden.weight"), ["-0.00189", "-0.00302", "-0.00232", "-0.00370"]),
        ]);

        trainer.Update();
        var after = net.Parameters;
        figures.AddRange(
        [
            new("W2 after", "W2 - 0.5 dW2", Source.Generated, after.ToArray("output.weight"), ["0.4136", "0.5139"]),
            new("b2 after", "b2 - 0.5 db2", Source.Generated, after.ToArray("output.bias"), ["0.6208"]),
            new("W1 after", "W1 - 0.5 dW1", Source.Generated, after.ToArray("hidden.weight"), ["0.15095", "0.25151", "0.20116", "0.30185"]),
            new("b1 after", "b1 - 0.5 db1", Source.Generated, after.ToArray("hidden.bias"), ["0.35189", "0.35232"]),
        ]);

        double[] predictionAfter = Forward(trainer);
        figures.Add(new("loss after", "(y - p)^2 / 2", Source.Generated, [trainer.Loss(Y)], ["0.0265"]));
        figures.Add(new("p after", "sigmoid(z2)", Source.Generated, predictionAfter, ["0.772"]));
        return figures;
    }

    private static double[] Forward(ValueTrainer<double> trainer)
    {
        trainer.Forward(X);
        var outputs = new double[WorkedNet.OutputSize];
        trainer.ReadOutputs(outputs);
        return outputs;
    }
}
