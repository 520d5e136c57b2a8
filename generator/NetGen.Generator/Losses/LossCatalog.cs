using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Losses;

/// <summary>Every kind of loss: y is the prediction, t the target.</summary>
internal static class LossCatalog
{
    private static readonly Dictionary<Type, LossKind> Kinds = new LossKind[]
    {
        new ValueLoss<MeanSquaredErrorAttribute>((_, y, t) => Square(y - t)),
        new ValueLoss<HalfSquaredErrorAttribute>((_, y, t) => 0.5 * Square(y - t), averagesOutputs: false),
        new ValueLoss<MeanAbsoluteErrorAttribute>((_, y, t) => Abs(y - t)),
        new ValueLoss<HuberAttribute>((huber, y, t) => Huber(huber.Delta, y - t), bind: (binding, huber) => binding.Accept(Ranges.Positive("Delta", huber.Delta))),
        new ValueLoss<BinaryCrossEntropyAttribute>(
            (_, z, t) => BinaryCrossEntropy(z, t), probabilities: Probabilities.Sigmoid, bind: RefuseSigmoid),
        new CrossEntropyLoss(),
    }.ToDictionary(kind => kind.AttributeType);

    public static LossKind Find(LossAttribute attribute) => Kinds[attribute.GetType()];

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
                ProblemKind.LossDoesNotFit,
                $"BinaryCrossEntropy takes logits, but '{binding.Output.Name}' is a {binding.Output.Op}: leave it out, and PredictProbabilities applies a sigmoid");
        }
    }
}
