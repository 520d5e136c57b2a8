namespace NetGen.Tests.Data;

/// <summary>Real data sets, with figures known from elsewhere. Files/CREDIT.md says whose they are.</summary>
public class RealFileTests
{
    private static readonly CsvOptions Toy = new() { HasHeader = false, SkippedLines = 1 };

    [Fact]
    public void Iris()
    {
        var data = Csv.ReadLabeled<double>(TextFile.Shipped("iris.csv"), ^1, Toy);
        (data.Count, data.InputSize).ShouldBe((150, 4));
        data.ClassNames.ShouldBe(["0", "1", "2"]);
        data.Labels.ToArray().CountBy(label => label).ShouldAllBe(count => count.Value == 50);
        double[] means = [.. Scaler.Standardize(data).Shift];
        means[0].ShouldBe(5.843333, 1e-6);
        means[3].ShouldBe(1.199333, 1e-6);
    }

    [Fact]
    public void Breast_cancer()
    {
        var data = Csv.ReadLabeled<float>(TextFile.Shipped("breast_cancer.csv"), ^1, Toy);
        (data.Count, data.InputSize).ShouldBe((569, 30));
        data.Labels.Count(1).ShouldBe(357);
        data[0][0].ShouldBe(17.99f);
    }

    [Fact]
    public void Digits()
    {
        var data = Csv.ReadLabeled<float>(TextFile.Shipped("digits.csv.gz"), ^1, new() { HasHeader = false });
        (data.Count, data.InputSize).ShouldBe((1797, 64));
        data.ClassNames.ShouldBe(Enumerable.Range(0, 10).Select(digit => $"{digit}"));
        data.Labels[..5].ToArray().ShouldBe([0, 1, 2, 3, 4]);
    }

    [Fact]
    public void Diabetes()
    {
        var data = Csv.ReadValued<double>(TextFile.Shipped("diabetes_data_raw.csv.gz"), [^1], new() { HasHeader = false, Separator = ' ' });
        (data.Count, data.InputSize, data.TargetSize).ShouldBe((442, 9, 1));
        data[0][..3].ToArray().ShouldBe([59, 2, 32.1]);
        data.Targets[0].ShouldBe(87);
    }
}
