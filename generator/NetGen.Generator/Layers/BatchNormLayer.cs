using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using NetGen.Generator.Lowering;
using NetGen.Generator.Programs;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Layers;

/// <summary><c>y = (x − mean) / sqrt(variance + epsilon) · weight + bias</c>, feature by feature; mean and variance over the batch, or running.</summary>
internal sealed class BatchNormLayer : LayerKind<BatchNormAttribute>
{
    public override Init SuitedInit => Init.Default;

    public override bool HasModes => true;

    // The unbiased variance is divided by one less than the number of samples.
    public override int LeastSamples => 2;

    protected override Shape? Bind(LayerBinding binding, BatchNormAttribute norm)
    {
        if (!binding.Accept(Ranges.Share("Momentum", norm.Momentum) ?? Ranges.Positive("Epsilon", norm.Epsilon)))
        {
            return null;
        }

        if (binding.Input.Rank != 1)
        {
            binding.Report(
                ProblemKind.ShapeNotSupported,
                $"BatchNorm takes features, a shape of one axis, but '{binding.Layer.Inputs[0].Name}' is {binding.Input}; put a Flatten before it, or take LayerNorm");
            return null;
        }

        binding.Parameter("weight", binding.Input, Init.Constant, scale: 1);
        binding.Parameter("bias", binding.Input, Init.Constant);
        binding.Buffer("running_mean", binding.Input, 0);
        binding.Buffer("running_var", binding.Input, 1);
        return binding.Input;
    }

    protected override Tensor Lower(LayerLowering lowering, BatchNormAttribute norm)
    {
        Expression weight = new Read(lowering.Parameter("weight", TensorKind.PerColumn));
        Expression bias = new Read(lowering.Parameter("bias", TensorKind.PerColumn));
        var runningMean = lowering.Buffer("running_mean");
        var runningVariance = lowering.Buffer("running_var");
        if (lowering.Mode == Mode.Prediction)
        {
            Expression input = new Read(lowering.Input);
            var scale = lowering.Append(new Map(PerColumn(lowering, "scale"), weight / Sqrt(new Read(runningVariance) + norm.Epsilon)));
            return lowering.Map(((input - new Read(runningMean)) * new Read(scale)) + bias);
        }

        // The mean takes with it whatever all samples have in common, a bias too. Left in, its gradient would be 0 but for rounding,
        // and optimizers that divide gradients by their own size would follow the rounding.
        var (tensor, shift) = lowering.TakeBias();
        Expression x = new Read(tensor);
        var count = lowering.SampleCount;
        Expression sum = new Read(lowering.Append(SumOverRows(lowering, "sum", x)));
        Expression mean = new Read(lowering.Append(new Map(PerColumn(lowering, "mean"), sum / count)));
        Expression squares = new Read(lowering.Append(SumOverRows(lowering, "squares", Square(x - mean))));
        Expression inverse = new Read(lowering.Append(new Map(PerColumn(lowering, "inverse"), One / Sqrt((squares / count) + norm.Epsilon))));
        lowering.Append(Towards(runningMean, mean + shift, norm.Momentum));
        lowering.Append(Towards(runningVariance, squares / (count - 1), norm.Momentum));
        return lowering.Map(((x - mean) * inverse * weight) + bias);
    }

    private static Tensor PerColumn(LayerLowering lowering, string name) => lowering.Input.Space.PerColumn($"{lowering.Layer.Name}.{name}");

    private static Reduce SumOverRows(LayerLowering lowering, string name, Expression value) =>
        new(PerColumn(lowering, name), Join.Sum, Axes.Rows, lowering.Input.Space, value);

    private static Assign Towards(Tensor running, Expression value, double momentum) =>
        new(running, ((1 - momentum) * (Expression)new Read(running)) + (momentum * value));
}
