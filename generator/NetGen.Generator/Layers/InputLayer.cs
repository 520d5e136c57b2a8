using System;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Layers;

/// <summary>The samples.</summary>
internal sealed class InputLayer : LayerKind<InputAttribute>
{
    protected override Shape? Bind(LayerBinding binding, InputAttribute input)
    {
        if (input.Shape.Length == 0 || input.Shape.Any(size => size < 1))
        {
            binding.Report(
                ProblemKind.SizeNotPositive,
                $"The input needs one or more positive sizes, but its shape is [{string.Join(", ", input.Shape.Select(size => size.ToString(CultureInfo.InvariantCulture)))}]");
            return null;
        }

        return new Shape(input.Shape);
    }

    protected override Tensor Lower(LayerLowering lowering, InputAttribute attribute) =>
        throw new InvalidOperationException("The input is where a program begins.");
}
