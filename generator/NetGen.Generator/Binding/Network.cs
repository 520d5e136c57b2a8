using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Losses;
using NetGen.Generator.Optimizers;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>A declaration that makes sense: layers with shapes, parameters with initialisers, a loss, an optimizer.</summary>
internal sealed record Network(
    ClassDeclaration Class,
    Precision Precision,
    IReadOnlyList<Layer> Layers,
    LossKind Loss,
    LossAttribute LossAttribute,
    OptimizerKind Optimizer,
    OptimizerAttribute OptimizerAttribute,
    RegularizeAttribute? Regularize,
    ClipGradientsAttribute? ClipGradients)
{
    public Layer Input => Layers[0];

    public Layer Output => Layers[Layers.Count - 1];

    /// <summary>Whether training computes something else than prediction.</summary>
    public bool HasModes => Layers.Any(layer => layer.Kind.HasModes);

    /// <summary>The smallest number of samples that it can be trained on at once.</summary>
    public int LeastSamples => Layers.Max(layer => layer.Kind.LeastSamples);

    public IEnumerable<ParameterTensor> Parameters => Layers.SelectMany(layer => layer.Parameters);
}
