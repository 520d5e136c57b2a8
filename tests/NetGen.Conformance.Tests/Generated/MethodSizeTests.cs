using NetGen.Testing;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>The extremes: the deepest network here, the widest, and the largest that is straight-line code.</summary>
public sealed class MethodSizeTests
{
    [Theory]
    [InlineData("[Input(64)]", "[Dense(64), Relu]", 64, "[Dense(10)] [CrossEntropy] [Adam]")]
    [InlineData("[Input(64)]", "[Dense(64), LayerNorm, Gelu, Dropout(0.1)]", 16, "[Dense(10)] [CrossEntropy] [AdamW]")]
    [InlineData("[Input(4096)]", "[Dense(4096), Relu]", 4, "[Dense(1000)] [CrossEntropy] [Adam]")]
    [InlineData("[Input(4)]", "[Dense(4), Mish]", 1, "[Dense(4)] [MeanSquaredError] [AdamW]")]
    [InlineData("[Input(2)]", "[Dense(2), Mish]", 5, "[Dense(2)] [CrossEntropy] [Adam(AmsGrad = true)]")]
    public void Methods_stay_small(string input, string layers, int times, string rest)
    {
        string composite = string.Join(' ', Enumerable.Repeat(layers, times));
        using LoadedCode code = Compiler.CompileUnanalyzed($"using NetGen; [Network] {input} {composite} {rest} public partial class Net;");
        MethodSize.Check(code.Assembly);
    }
}
