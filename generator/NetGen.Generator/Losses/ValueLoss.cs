using System;
using NetGen.Generator.Expressions;

namespace NetGen.Generator.Losses;

/// <summary>A loss that compares each output with a value: an expression of the two, summed.</summary>
internal sealed class ValueLoss<TAttribute>(
    Func<TAttribute, Expression, Expression, Expression> value,
    bool averagesOutputs = true,
    Probabilities probabilities = Probabilities.None,
    Action<LossBinding, TAttribute>? bind = null)
    : LossKind<TAttribute>
    where TAttribute : LossAttribute
{
    public override Probabilities Probabilities => probabilities;

    protected override void Bind(LossBinding binding, TAttribute loss) => bind?.Invoke(binding, loss);

    protected override void Lower(LossLowering lowering, TAttribute loss)
    {
        var output = lowering.Output;
        var each = value(loss, new Read(output), new Read(lowering.Target));
        lowering.Finish(output.Space, each, averagesOutputs ? output.Size : 1);
    }
}
