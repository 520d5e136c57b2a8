namespace NetGen.Generator.Tests.Emission;

public sealed class ThreadTextTests
{
    [Fact]
    public void SmallNetworksSayNothingOfThreads()
    {
        string text = Compiler.Harness.Run(Compiler.Net("[Input(64), Dense(32), Relu, Dense(10), CrossEntropy, Adam]")).Sources.Single().Text;

        text.ShouldNotContain("Threading");
        text.ShouldNotContain("Share");
        text.ShouldContain("CreateTrainer(int batchSize, int threads = 1)");
    }
}
