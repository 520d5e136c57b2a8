using System.Globalization;
using NetGen.Tests.Training;

namespace NetGen.Tests.Watching;

public class WatchTableTests
{
    [Fact]
    public void A_watch_reads_as_a_table_in_any_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("de-DE");
            var watch = new NetworkWatch { Every = 5 };
            new LinearModel(2, 3, "CrossEntropy").Fit(Samples.Clouds(500), new FitOptions { Epochs = 20, LearningRate = 1e-9, Watch = watch });

            string[] lines = watch.ToString().Split('\n');

            lines[0].ShouldStartWith("step 316: loss 1.");
            lines[0].ShouldEndWith(", learning rate 1E-09");
            lines[1].ShouldBe("layer   kind   gradient  parameters    update  mean  spread  dead  saturated");
            lines[2].ShouldBe("input1  Input");
            lines[3].ShouldBe("dense1  Dense      0.73         1.3  5.62E-10");
            lines[4].ShouldStartWith("step 201: The loss does not fall");
            lines.Length.ShouldBe(5);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void One_that_has_seen_nothing_says_so() => new NetworkWatch().ToString().ShouldBe("no step has been watched");
}
