using System.Collections.Generic;
using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using static System.FormattableString;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Losses;

/// <summary>Every kind of loss, by the name of its attribute: y is the prediction, t the target.</summary>
internal static class LossCatalog
{
    private static readonly Dictionary<string, LossKind> Kinds = new()
    {
        ["MeanSquaredError"] = new ValueLoss<MeanSquaredErrorAttribute>((_, y, t) => Square(y - t)),
        ["HalfSquaredError"] = new ValueLoss<HalfSquaredErrorAttribute>((_, y, t) => 0.5 * Square(y - t), averagesOutputs: false),
        ["MeanAbsoluteError"] = new ValueLoss<MeanAbsoluteErrorAttribute>((_, y, t) => Abs(y - t)),
        ["Huber"] = new ValueLoss<HuberAttribute>((huber, y, t) => Huber(huber.Delta, y - t), bind: (binding, huber) => binding.Accept(Ranges.Positive("Delta", huber.Delta))),
        ["BinaryCrossEntropy"] = new ValueLoss<BinaryCrossEntropyAttribute>(
            (_, z, t) => BinaryCrossEntropy(z, t), probabilities: Probabilities.Sigmoid, bind: RefuseSigmoid),
        ["CrossEntropy"] = new CrossEntropyLoss(),
    };

    public static LossKind? Find(string op) => Kinds.TryGetValue(op, out var kind) ? kind : null;

    private static Expression Huber(double delta, Expression error) =>
        Choose(LessOrEqual(Abs(error), delta), 0.5 * Square(error), delta * (Abs(error) - (0.5 * delta)));

    /// <summary><c>softplus(z) − t · z</c>, of which nothing cancels where a logit is large and right.</summary>
    private static Expression BinaryCrossEntropy(Expression z, Expression t)
    {
        var isNegative = LessOrEqual(z, Zero);
        return Softplus(Choose(isNegative, z, -z)) + Choose(isNegative, -(t * z), (1 - t) * z);
    }

    private static void RefuseSigmoid(LossBinding binding, BinaryCrossEntropyAttribute attribute)
    {
        if (binding.Output.Op is "Sigmoid" or "HardSigmoid" or "Softmax")
        {
            binding.Report(
                ProblemIds.LossDoesNotFit,
                $"BinaryCrossEntropy takes logits, but '{binding.Output.Name}' is a {binding.Output.Op}: leave it out, and PredictProbabilities applies a sigmoid");
        }
    }
}
