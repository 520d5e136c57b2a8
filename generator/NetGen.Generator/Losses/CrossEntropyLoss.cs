using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Losses;

/// <summary>
/// <c>log Σ exp(z) − Σ q · z</c> with q the smoothed one-hot target, both shifted by the largest logit, so that it is exact for
/// logits of any size.
/// </summary>
internal sealed class CrossEntropyLoss : LossKind<CrossEntropyAttribute>
{
    public override bool TakesLabels => true;

    public override Probabilities Probabilities => Probabilities.Softmax;

    protected override void Bind(LossBinding binding, CrossEntropyAttribute loss)
    {
        binding.Accept(Ranges.BelowOne("LabelSmoothing", loss.LabelSmoothing));
        if (binding.Output.Op == "Softmax")
        {
            binding.Report(
                ProblemKind.LossDoesNotFit,
                $"CrossEntropy takes logits, but '{binding.Output.Name}' is a Softmax: leave it out, and PredictProbabilities applies it");
        }
        else if (binding.Output.Shape.Rank != 1 || binding.Output.Shape.Size < 2)
        {
            binding.Report(
                ProblemKind.LossDoesNotFit,
                $"CrossEntropy needs one axis of at least 2 classes, but '{binding.Output.Name}' is {binding.Output.Shape}");
        }
    }

    protected override void Lower(LossLowering lowering, CrossEntropyAttribute loss)
    {
        var logits = lowering.Output;
        var space = logits.Space;
        double spread = loss.LabelSmoothing / space.Columns;

        var max = lowering.Append(new Reduce(space.PerRow("largestLogit"), Join.Max, Axes.Columns, space, new Read(logits), Detached: true));
        Expression shifted = new Read(logits) - new Read(max);
        var power = lowering.Append(new Map(space.Matrix("odds"), Exp(shifted)));
        var sum = lowering.Append(new Reduce(space.PerRow("oddsSum"), Join.Sum, Axes.Columns, space, new Read(power)));
        Expression share = Choose(Equal(ColumnIndex.Instance, new Read(lowering.Target)), 1 - loss.LabelSmoothing + spread, spread);
        var agreement = lowering.Append(new Reduce(space.PerRow("agreement"), Join.Sum, Axes.Columns, space, share * shifted));

        var perSample = new Space(true, space.Rows, 1);
        lowering.Finish(perSample, new Read(lowering.SampleWeights) * (Log(new Read(sum)) - new Read(agreement)), count: 1);
    }
}
