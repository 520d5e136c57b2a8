namespace NetGen.Tests.Data;

public class BinaryTargetsTests
{
    [Fact]
    public void Labels_become_one_target()
    {
        float[] inputs = [1, 2, 3];
        var data = Dataset.Labeled(inputs, [1, 0, 1]).ToBinaryTargets();
        data.HasLabels.ShouldBeFalse();
        data.TargetSize.ShouldBe(1);
        data.Targets.ToArray().ShouldBe([1, 0, 1]);
        data.Inputs.Overlaps(inputs).ShouldBeTrue();
        data.TargetNames.ShouldBeEmpty();
    }

    [Fact]
    public void The_target_is_named_after_the_second_class()
    {
        var data = Csv.ReadLabeled<float>(TextFile.Of("x,y\n1,M\n2,B\n"), "test.csv", "y").ToBinaryTargets();
        data.TargetNames.ShouldBe(["M"]);
        data.Targets.ToArray().ShouldBe([1, 0]);
        data.ClassNames.ShouldBeEmpty();
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Should.Throw<ArgumentException>(() => Dataset.Labeled([1f, 2], [0, 2]).ToBinaryTargets()).Message.ShouldContain("sample 1 is 2");
        Should.Throw<ArgumentException>(() => Dataset.Valued([1f], [1f], 1).ToBinaryTargets()).Message.ShouldContain("have targets");
    }
}
