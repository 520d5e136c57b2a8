using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Conformance.Tests.Golden;
using NetGen.Testing;

namespace NetGen.Conformance.Tests.Specs;

public sealed class DeclarationSourceTests
{
    private static readonly NetworkSpec Everything = new()
    {
        Name = "every-thing",
        Layers =
        [
            OperationSpec.Input(3, 4),
            new("Dense", ("units", 16)) { Name = "stem" },
            new("LeakyRelu", ("slope", 0.1)) { Name = "a" },
            OperationSpec.Dense(16, bias: false),
            new("Gelu", ("approximate", true)),
            new("Add") { With = "a", Name = "b" },
        ],
        Loss = new("Huber", ("delta", 1e-5)),
        Optimizer = new("Adam", ("learningRate", 0.1), ("amsGrad", true), ("beta1", -0.5)),
        Regularize = new("Regularize", ("l1", 0.003)),
        Clip = new("ClipGradients", ("norm", 0.25)),
    };

    // Cases with layers of later have no attributes yet; the golden theory reports them as skipped.
    private static readonly GoldenCase[] Declarable =
    [
        .. GoldenFolder.NamesIn(GoldenFolder.Shipped)
            .Select(name => GoldenFolder.Read(GoldenFolder.Shipped, name))
            .Where(golden => golden.Network.Layers.All(layer => OperationDefaults.Layers.ContainsKey(layer.Op))),
    ];

    private static readonly Lazy<Assembly> Compiled = new(() => Compile(Declarable.Select(golden => golden.Network.ToSource())));

    public static TheoryData<string> Cases => [.. Declarable.Select(golden => golden.Network.Name)];

    [Fact]
    public void A_network_is_written_as_a_user_declares_it()
    {
        using var culture = new CultureScope("sv-SE"); // a comma for decimals and U+2212 for minus
        Everything.ToSource().ShouldBe(
            """
            using NetGen;

            namespace Declared;

            [Network(Precision = Precision.Double)]
            [Input(3, 4)]
            [Dense(16, Name = "stem")]
            [LeakyRelu(Slope = 0.1, Name = "a")]
            [Dense(16, Bias = false)]
            [Gelu(Approximate = true)]
            [Add("a", Name = "b")]
            [Huber(Delta = 1E-05)]
            [Adam(LearningRate = 0.1, AmsGrad = true, Beta1 = -0.5)]
            [Regularize(L1 = 0.003)]
            [ClipGradients(Norm = 0.25)]
            public partial class EveryThing;

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_method_stands_in_the_class()
    {
        var wave = new OperationSpec("Activation") { Method = new("Wave", "Math.Sin(x)"), Function = Math.Sin };
        var network = new NetworkSpec { Layers = [OperationSpec.Input(1), OperationSpec.Dense(1), wave, wave] };
        network.ToSource(Precision.Single).ShouldBe(
            """
            using System;
            using NetGen;

            namespace Declared;

            [Network]
            [Input(1)]
            [Dense(1)]
            [Activation(nameof(Wave))]
            [Activation(nameof(Wave))]
            [MeanSquaredError]
            [Sgd]
            public partial class Test
            {
                [Activation]
                public static float Wave(float x) => (float)(Math.Sin(x));
            }

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Single_precision_is_left_out_as_the_default() => Everything.ToSource(Precision.Single).ShouldContain("[Network]\n");

    /// <summary>The attributes that C# makes of the source hold the arguments of the description, defaults included.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void The_source_declares_what_the_description_says(string name)
    {
        var network = Declarable.Single(golden => golden.Network.Name == name).Network;
        var type = Compiled.Value.GetType("Declared." + network.ClassName(), throwOnError: true)!;
        var description = network.Describe();
        OperationDescription?[] operations =
            [.. description.Layers, description.Loss, description.Optimizer, description.Regularize, description.ClipGradients];
        var attributes = type.GetCustomAttributes().Where(attribute => attribute is not NetworkAttribute && attribute.GetType().Namespace == "NetGen").ToArray();
        foreach (var operation in operations.OfType<OperationDescription>())
        {
            attributes.ShouldContain(
                attribute => attribute.GetType().Name == operation.Op + "Attribute" && operation.Arguments.All(argument => Value(attribute, argument.Name) == argument.Number),
                operation.ToString());
        }

        attributes.Length.ShouldBe(operations.OfType<OperationDescription>().Count());
    }

    private static double Value(Attribute attribute, string argument) => Convert.ToDouble(
        attribute.GetType().GetProperty(argument, BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance)!.GetValue(attribute),
        CultureInfo.InvariantCulture);

    private static Assembly Compile(IEnumerable<string> sources)
    {
        var compilation = CSharpCompilation.Create(
            "Declared",
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            References.Default,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        compilation.Emit(image).Diagnostics.ShouldBeEmpty();
        return Assembly.Load(image.ToArray());
    }
}
