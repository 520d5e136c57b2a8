namespace NetGen.Generator.Tests.Emission;

public sealed class HeadTextTests
{
    [Fact]
    public void BytesMayBeMoreThanAnIntegerHolds()
    {
        string layers = string.Concat(Enumerable.Repeat(", RmsNorm", 14));
        string text = Compiler.Harness.Run($"using NetGen; [Network(Precision = Precision.Double), Input(16000000){layers}, MeanSquaredError] public partial class Net;").Sources.Single().Text;

        text.ShouldMatch(@"// +training takes [3-9],\d{3},\d{3},\d{3} bytes a sample");
    }
}
