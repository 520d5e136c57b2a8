using NetGen.Weights;

namespace NetGen.Tests.Training;

/// <summary>One update an epoch, after which the only weight is the number of updates and the validation loss is what a script says.</summary>
internal sealed class ScriptedModel(params double[] losses) : INetwork<double>
{
    private readonly LinearModel shape = new(1, 1, "MeanSquaredError");

    public static Dataset<double> Data { get; } = Dataset.Valued(new double[1], new double[1], inputSize: 1);

    public NetworkDescription Description => shape.Description;

    public TensorStore<double> Parameters => shape.Parameters;

    public double Weight => Parameters.Buffer.Span[0];

    public void Predict(ReadOnlySpan<double> input, Span<double> outputs) => PredictMany(input, outputs);

    public void PredictMany(ReadOnlySpan<double> inputs, Span<double> outputs) => shape.PredictMany(inputs, outputs);

    public Trainer<double> CreateTrainer(int batchSize, int threads = 1) => new Script(this, losses, batchSize);

    private sealed class Script(ScriptedModel model, double[] losses, int batchSize)
        : ValueTrainer<double>(new(1, 1, 1, 1, 1, 1, 1), model.Parameters, batchSize, learningRate: 1)
    {
        private bool judges;

        protected override NetworkDescription Description => model.Description;

        protected override void ForwardCore(ref double inputs) => judges = false;

        protected override void EvaluateCore(ref double inputs) => judges = true;

        protected override double LossCore() => judges ? losses[StepCount - 1] : 1.0 / (StepCount + 1);

        protected override void BackwardCore(ref double inputs)
        {
        }

        protected override void UpdateCore() => Parameters.Buffer.Span[0] = StepCount + 1;

        protected override void ReadOutputsCore(Span<double> destination) => destination.Clear();
    }
}
