namespace NetGen.Conformance.Tests.Generated;

/// <summary>Gradients that hardly vary: what is left of their mean square without the square of their mean is rounding.</summary>
public sealed class CenteredRmsPropTests
{
    private const int Batch = 4;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_variance_below_zero_counts_as_zero(bool insideRoot)
    {
        var spec = new NetworkSpec
        {
            Name = $"centered-{insideRoot}",
            Layers = [OperationSpec.Input(8), OperationSpec.Dense(16), new("Relu"), OperationSpec.Dense(1)],
            Loss = new("MeanAbsoluteError"),
            Optimizer = new("RmsProp", ("centered", true), ("epsilonInsideRoot", insideRoot)),
        };
        var network = new CompiledSpecs<float>([spec]).Create(spec);
        var trainer = (ValueTrainer<float>)network.CreateTrainer(Batch);
        trainer.LearningRate = 1e-7;
        float[] inputs = [.. Enumerable.Range(0, Batch * 8).Select(i => MathF.Sin(i))];
        for (int step = 0; step < 4000; step++)
        {
            trainer.Step(inputs, [100, 100, 100, 100]);
        }

        network.Parameters.Buffer.Span.ToArray().ShouldAllBe(element => float.IsFinite(element));
    }
}
