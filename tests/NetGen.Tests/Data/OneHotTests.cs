namespace NetGen.Tests.Data;

public class OneHotTests
{
    [Fact]
    public void Labels_become_targets()
    {
        float[] inputs = [1, 2, 3];
        var data = Dataset.Labeled(inputs, [2, 0, 1]).ToOneHot(classes: 4);
        data.HasLabels.ShouldBeFalse();
        data.TargetSize.ShouldBe(4);
        data.Targets.ToArray().ShouldBe([0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0]);
        data.Inputs.Overlaps(inputs).ShouldBeTrue();
    }

    [Fact]
    public void Class_names_become_target_names()
    {
        var data = Csv.ReadLabeled<float>(TextFile.Of("x,y\n1,b\n2,a\n"), "test.csv", "y").ToOneHot(2);
        data.TargetNames.ShouldBe(["a", "b"]);
        data.ClassNames.ShouldBeEmpty();
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Should.Throw<ArgumentException>(() => Dataset.Labeled([1f, 2], [0, 2]).ToOneHot(2)).Message.ShouldContain("sample 1 is 2");
        Should.Throw<ArgumentException>(() => Dataset.Valued([1f], [1f], 1).ToOneHot(2)).Message.ShouldContain("have targets");
        Should.Throw<ArgumentOutOfRangeException>(() => Dataset.Labeled([1f], [0]).ToOneHot(0));
    }
}
