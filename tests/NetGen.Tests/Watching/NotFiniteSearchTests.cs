using NetGen.Tests.Training;

namespace NetGen.Tests.Watching;

public class NotFiniteSearchTests
{
    private readonly NotFiniteSearch<double> search = new();

    [Fact]
    public void A_second_search_knows_nothing_of_the_first()
    {
        Search(("a", 1e9), ("b", double.NaN));
        search.Layer.ShouldBe("b");

        Search(("a", 1), ("b", -2));
        search.Layer.ShouldBeNull();
        search.Describe().ShouldContain("the largest 2 in magnitude ('b')");

        Search(("a", double.NaN), ("b", double.NaN));
        search.Layer.ShouldBe("a");
    }

    private void Search(params (string Layer, double Output)[] outputs)
    {
        search.Begin(new LinearModel(1, 1, "MeanSquaredError").Parameters);
        foreach (var (layer, output) in outputs)
        {
            double each = output;
            search.Visit(layer, ref each, 1, 1, 1);
        }
    }
}
