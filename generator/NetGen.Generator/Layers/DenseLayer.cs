using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;
using static System.FormattableString;

namespace NetGen.Generator.Layers;

/// <summary><c>y = x · weightᵀ + bias</c> over the last axis.</summary>
internal sealed class DenseLayer : LayerKind<DenseAttribute>
{
    protected override Shape? Bind(LayerBinding binding, DenseAttribute dense)
    {
        if (dense.Units < 1)
        {
            binding.Report(ProblemKind.SizeNotPositive, Invariant($"'{binding.Layer.Name}' needs at least 1 unit, but is given {dense.Units}"));
            return null;
        }

        // It is a deviation or a bound, but for a constant the value itself.
        if (!binding.Accept(dense.Init == Init.Constant ? Ranges.Finite("InitScale", dense.InitScale) : Ranges.NotNegative("InitScale", dense.InitScale)))
        {
            return null;
        }

        // Vectors run along units.
        binding.Parameter("weight", new Shape(dense.Units, binding.Input.Columns), dense.Init, dense.InitScale, regularized: true, transposed: true);
        if (dense.Bias)
        {
            binding.Parameter("bias", new Shape(dense.Units), Init.Constant);
        }

        return binding.Input.WithColumns(dense.Units);
    }

    protected override Tensor Lower(LayerLowering lowering, DenseAttribute dense)
    {
        var weight = lowering.Parameter("weight", TensorKind.Matrix);
        var product = lowering.Append(new Contract(lowering.Output(), lowering.Input, false, weight, false));
        return dense.Bias
            ? lowering.Map(new Read(product) + new Read(lowering.Parameter("bias", TensorKind.PerColumn)))
            : product;
    }
}
