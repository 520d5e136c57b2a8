using System;
using NetGen.Generator.Binding;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Layers;

/// <summary>All that the compiler knows of one kind of layer: its shape, its parameters and its lowering to operations.</summary>
internal abstract class LayerKind
{
    /// <summary>What declares it.</summary>
    public abstract Type AttributeType { get; }

    /// <summary>Infers the output's shape and declares parameters; null where a problem has been reported.</summary>
    public abstract Shape? Bind(LayerBinding binding);

    /// <summary>Appends the operations that compute the layer, and returns its output.</summary>
    public abstract Tensor Lower(LayerLowering lowering);

    /// <summary>The initialisation that suits a layer whose output goes into this one; the default where what reads this one decides.</summary>
    public virtual Init SuitedInit => Init.XavierUniform;

    /// <summary>The smallest number of samples that it can be trained on at once.</summary>
    public virtual int LeastSamples => 1;

    /// <summary>Whether training computes something else than prediction.</summary>
    public virtual bool HasModes => false;
}

/// <summary>A kind of layer with its attribute's type.</summary>
internal abstract class LayerKind<TAttribute> : LayerKind
    where TAttribute : LayerAttribute
{
    public sealed override Type AttributeType => typeof(TAttribute);

    public sealed override Shape? Bind(LayerBinding binding) => Bind(binding, (TAttribute)binding.Layer.Attribute);

    public sealed override Tensor Lower(LayerLowering lowering) => Lower(lowering, (TAttribute)lowering.Layer.Attribute);

    protected abstract Shape? Bind(LayerBinding binding, TAttribute attribute);

    protected abstract Tensor Lower(LayerLowering lowering, TAttribute attribute);
}
