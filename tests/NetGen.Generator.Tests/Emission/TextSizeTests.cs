namespace NetGen.Generator.Tests.Emission;

public sealed class TextSizeTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(512)]
    public void TenDenseLayersStayBelow60Kilobytes(int units)
    {
        string layers = string.Concat(Enumerable.Repeat($"[Dense({units}), Relu]\n", 9));
        string text = Compiler.Harness.Run(Compiler.Net($"[Input({units})]\n{layers}[Dense(10)]\n[CrossEntropy]\n[Adam]")).Sources.Single().Text;

        text.Length.ShouldBeLessThan(60_000);
    }

    [Fact]
    public void SmallNetworksSayNothingOfThreads()
    {
        string text = Compiler.Harness.Run(Compiler.Net("[Input(64), Dense(32), Relu, Dense(10), CrossEntropy, Adam]")).Sources.Single().Text;

        text.ShouldNotContain("Threading");
        text.ShouldNotContain("Share");
        text.ShouldContain("CreateTrainer(int batchSize, int threads = 1)");
    }
}
