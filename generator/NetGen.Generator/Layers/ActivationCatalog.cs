using System;
using System.Collections.Generic;
using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Layers;

/// <summary>
/// The pointwise activations: what each computes, and the initialisation that suits the layer before it. All else, the
/// derivative included, the compiler works out.
/// </summary>
internal static class ActivationCatalog
{
    private const double SeluScale = 1.0507009873554804934193349852946;
    private const double SeluAlpha = 1.6732632423543772848170429916717;

    public static IReadOnlyList<LayerKind> All { get; } =
    [
        Of<ReluAttribute>(Init.HeNormal, (_, x) => Max(x, 0)),
        Of<LeakyReluAttribute>(Init.HeNormal, (a, x) => Choose(Less(0, x), x, a.Slope * x), a => Ranges.Finite("Slope", a.Slope)),
        Of<EluAttribute>(Init.HeNormal, (a, x) => Choose(Less(0, x), x, a.Alpha * Call(Function.ExpMinusOne, x)), a => Ranges.Finite("Alpha", a.Alpha)),
        Of<SeluAttribute>(Init.LeCunNormal, (_, x) => SeluScale * Choose(Less(0, x), x, SeluAlpha * Call(Function.ExpMinusOne, x))),
        Of<GeluAttribute>(Init.HeNormal, (a, x) => a.Approximate ? ApproximateGelu(x) : 0.5 * x * (1 + Erf(Math.Sqrt(0.5) * x))),
        Of<SiluAttribute>(Init.HeNormal, (_, x) => x * Sigmoid(x)),
        Of<MishAttribute>(Init.HeNormal, (_, x) => x * Tanh(Softplus(x))),
        Of<SigmoidAttribute>(Init.XavierUniform, (_, x) => Sigmoid(x)),
        Of<HardSigmoidAttribute>(Init.XavierUniform, (_, x) => HardSigmoid(x)),
        Of<HardSwishAttribute>(Init.HeNormal, (_, x) => x * HardSigmoid(x)),
        Of<TanhAttribute>(Init.XavierUniform, (_, x) => Tanh(x)),
        Of<SoftplusAttribute>(Init.HeNormal, (_, x) => Softplus(x)),
        Of<SoftsignAttribute>(Init.XavierUniform, (_, x) => x / (1 + Abs(x))),
    ];

    private static Expression HardSigmoid(Expression x) => Min(Max((x / 6) + 0.5, 0), 1);

    /// <summary><c>½ · x · (1 + tanh y)</c> as <c>x · sigmoid(2 · y)</c>, which loses nothing where tanh is near −1.</summary>
    private static Expression ApproximateGelu(Expression x) =>
        x * Sigmoid(2 * Math.Sqrt(2 / Math.PI) * (x + (0.044715 * Power(x, 3))));

    private static PointwiseLayer<TAttribute> Of<TAttribute>(
        Init suitedInit,
        Func<TAttribute, Expression, Expression> value,
        Func<TAttribute, string?>? complaint = null)
        where TAttribute : LayerAttribute =>
        new(value, suitedInit, complaint);
}
