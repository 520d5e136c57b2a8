extern alias generator;

using generator::NetGen.Generator.Binding;
using generator::NetGen.Generator.Diagnostics;
using generator::NetGen.Generator.Emission;
using generator::NetGen.Generator.Expressions;
using generator::NetGen.Generator.Infrastructure;
using generator::NetGen.Generator.Layers;
using generator::NetGen.Generator.Losses;
using generator::NetGen.Generator.Optimizers;
using generator::NetGen.Generator.Parsing;
using generator::NetGen.Generator.Programs;
using Attributes = generator::NetGen;

namespace NetGen.Generator.Tests.Lowering;

/// <summary>What the author of a new layer relies on, with layers that no attribute declares.</summary>
public sealed class OwnLayerTests
{
    [Fact]
    public void AMatrixIsStoredAsItIsDeclared() =>
        Emit(new MatrixLayer(isTransposed: false)).ShouldMatch(@"new\(Tensors\[0\], 0, \d+, 1\)");

    [Fact]
    public void OneThatIsTransposedIsStoredTheOtherWayRound() =>
        Emit(new MatrixLayer(isTransposed: true)).ShouldMatch(@"new\(Tensors\[0\], 0, 1, \d+\)");

    [Fact]
    public void PointwiseWorkReadsNoMatrixThatSamplesShare() =>
        Should.Throw<InvalidOperationException>(() => Emit(new SharedLayer((lowering, sum) => lowering.Map(sum))))
            .Message.ShouldStartWith("'own1' is computed for every sample, but reads 'own1.bias', a Matrix that all samples share");

    [Fact]
    public void NeitherDoesASum() =>
        Should.Throw<InvalidOperationException>(() => Emit(new SharedLayer((lowering, sum) => lowering.MeanOverColumns("mean", sum))))
            .Message.ShouldStartWith("'own1.meanSum' is computed for every sample, but reads 'own1.bias'");

    /// <summary>The code of a network of a layer between an input of [3, 4] and a mean squared error.</summary>
    private static string Emit(LayerKind kind)
    {
        var node = new NodeDeclaration("Own", 0, new EquatableArray<int>([]), new EquatableArray<object?>([]), new EquatableArray<PropertySetting>([]));
        var input = new Layer(new InputLayer(), new Attributes::InputAttribute(3, 4), node, "input1", []) { Shape = new Shape(3, 4) };
        var own = new Layer(kind, new Attributes::SoftmaxAttribute(), node, "own1", [input]);
        own.Shape = kind.Bind(new LayerBinding(own, null!, new Problems()))!;

        var loss = new Attributes::MeanSquaredErrorAttribute();
        var optimizer = new Attributes::SgdAttribute();
        var network = new Network(
            new ClassDeclaration("", new EquatableArray<string>([]), "Net", "Net", "Net"),
            Attributes::Precision.Single,
            [input, own],
            LossCatalog.Find(loss),
            loss,
            OptimizerCatalog.Find(optimizer),
            optimizer,
            null,
            null);
        return NetworkEmitter.Emit(network, CancellationToken.None);
    }

    /// <summary>A product with a weight of [3, 4].</summary>
    private sealed class MatrixLayer(bool isTransposed) : LayerKind<Attributes::SoftmaxAttribute>
    {
        protected override Shape? Bind(LayerBinding binding, Attributes::SoftmaxAttribute attribute)
        {
            binding.Parameter("weight", new Shape(3, 4), Attributes::Init.Normal, scale: 1, transposed: isTransposed);
            return new Shape(3, 3);
        }

        protected override Tensor Lower(LayerLowering lowering, Attributes::SoftmaxAttribute attribute) =>
            lowering.Append(new Contract(lowering.Output(), lowering.Input, false, lowering.Parameter("weight", TensorKind.Matrix), !isTransposed));
    }

    /// <summary>The input and a matrix of its shape, for which pointwise work has no place.</summary>
    private sealed class SharedLayer(Func<LayerLowering, Expression, Tensor> lower) : LayerKind<Attributes::SoftmaxAttribute>
    {
        protected override Shape? Bind(LayerBinding binding, Attributes::SoftmaxAttribute attribute)
        {
            binding.Parameter("bias", binding.Input, Attributes::Init.Constant);
            return binding.Input;
        }

        protected override Tensor Lower(LayerLowering lowering, Attributes::SoftmaxAttribute attribute) =>
            lower(lowering, new Read(lowering.Input) + new Read(lowering.Parameter("bias", TensorKind.Matrix)));
    }
}
