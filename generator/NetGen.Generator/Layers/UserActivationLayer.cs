using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Layers;

/// <summary>An activation of the user's own.</summary>
internal sealed class UserActivationLayer : LayerKind<ActivationAttribute>
{
    protected override Shape? Bind(LayerBinding binding, ActivationAttribute attribute)
    {
        binding.Layer.Function = binding.FindActivation(attribute.Method);

        // A method that is missing or cannot be read has been reported while parsing.
        return binding.Layer.Function is null ? null : binding.Input;
    }

    protected override Tensor Lower(LayerLowering lowering, ActivationAttribute attribute) =>
        lowering.Map(lowering.Layer.Function!.Body.Replace(Parameter.Instance, new Read(lowering.Input)));
}
