using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Layers;

/// <summary><c>y = (x − shift) · scale</c>, column by column.</summary>
internal sealed class InputScalingLayer : LayerKind<InputScalingAttribute>
{
    protected override Shape? Bind(LayerBinding binding, InputScalingAttribute attribute)
    {
        if (binding.Layer.Inputs[0].Attribute is not InputAttribute)
        {
            binding.Report(
                ProblemKind.Misplaced,
                $"InputScaling must stand directly behind the Input, but '{binding.Layer.Name}' reads '{binding.Layer.Inputs[0].Name}'");
            return null;
        }

        binding.Buffer("shift", new Shape(binding.Input.Columns), 0);
        binding.Buffer("scale", new Shape(binding.Input.Columns), 1);
        return binding.Input;
    }

    protected override Tensor Lower(LayerLowering lowering, InputScalingAttribute attribute)
    {
        var shift = lowering.Buffer("shift");
        var scale = lowering.Buffer("scale");
        return lowering.Map((new Read(lowering.Input) - new Read(shift)) * new Read(scale));
    }
}
