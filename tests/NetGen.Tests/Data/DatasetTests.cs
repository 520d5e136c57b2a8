namespace NetGen.Tests.Data;

public class DatasetTests
{
    [Fact]
    public void Labels_give_the_sizes()
    {
        var data = Dataset.Labeled([1f, 2, 3, 4, 5, 6], [7, 8, 9]);
        data.Count.ShouldBe(3);
        data.InputSize.ShouldBe(2);
        data.TargetSize.ShouldBe(0);
        data.HasLabels.ShouldBeTrue();
        data[1].ToArray().ShouldBe([3, 4]);
        data[^1].ToArray().ShouldBe([5, 6]);
        data.Labels.ToArray().ShouldBe([7, 8, 9]);
        data.Targets.IsEmpty.ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => data.TargetsOf(0).Length);
    }

    [Fact]
    public void Values_follow_from_the_size_of_inputs()
    {
        var data = Dataset.Valued([1.0, 2, 3, 4, 5, 6], [7.0, 8, 9, 10], inputSize: 3);
        data.Count.ShouldBe(2);
        data.TargetSize.ShouldBe(2);
        data.HasLabels.ShouldBeFalse();
        data[1].ToArray().ShouldBe([4, 5, 6]);
        data.TargetsOf(1).ToArray().ShouldBe([9, 10]);
        data.Labels.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Rows_are_joined()
    {
        var xor = Dataset.Valued([[0f, 0], [0, 1], [1, 0], [1, 1]], [[0f], [1], [1], [0]]);
        xor.Inputs.ToArray().ShouldBe([0, 0, 0, 1, 1, 0, 1, 1]);
        xor.Targets.ToArray().ShouldBe([0, 1, 1, 0]);
        xor.InputSize.ShouldBe(2);

        Dataset.Labeled([[1.0], [2.0]], [0, 1]).Inputs.ToArray().ShouldBe([1, 2]);
    }

    [Fact]
    public void A_slice_is_a_view()
    {
        float[] inputs = [1, 2, 3, 4, 5, 6];
        var labeled = Dataset.Labeled(inputs, [7, 8, 9])[1..];
        labeled.Count.ShouldBe(2);
        labeled.Labels.ToArray().ShouldBe([8, 9]);
        labeled[0].Overlaps(inputs).ShouldBeTrue();

        var valued = Dataset.Valued(inputs, [1, 2, 3, 4, 5, 6], inputSize: 2)[^2..^1];
        valued.Inputs.ToArray().ShouldBe([3, 4]);
        valued.Targets.ToArray().ShouldBe([3, 4]);
        valued[..0].Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 4)]
    [InlineData(3, 1)]
    [InlineData(2, int.MaxValue)]
    [InlineData(1, -1)]
    public void A_slice_beyond_the_samples_is_refused(int start, int count) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Dataset.Labeled([1f, 2, 3], [0, 0, 0]).Slice(start, count));

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_sample_that_is_not_there_is_refused(int sample)
    {
        var data = Dataset.Valued([1f, 2, 3], [1f, 2, 3], inputSize: 1);
        Should.Throw<ArgumentOutOfRangeException>(() => data[sample].Length).Message.ShouldContain("0 to 2");
        Should.Throw<ArgumentOutOfRangeException>(() => data.TargetsOf(sample).Length);
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused_with_both_sides()
    {
        ShouldBeRefused(() => Dataset.Labeled(new float[7], [0, 1, 2]), "3 samples", "got 7");
        ShouldBeRefused(() => Dataset.Labeled(Array.Empty<float>(), [0, 1, 2]), "3 samples", "got 0");
        ShouldBeRefused(() => Dataset.Labeled(new float[7], []), "at least one sample");
        ShouldBeRefused(() => Dataset.Valued(new float[7], new float[2], inputSize: 3), "3 inputs", "7 elements", "2 samples and 1 more");
        ShouldBeRefused(() => Dataset.Valued(new float[6], new float[3], inputSize: 3), "targets for 2 samples", "got 3");
        ShouldBeRefused(() => Dataset.Valued(Array.Empty<float>(), [], inputSize: 3), "at least one sample");
        Should.Throw<ArgumentOutOfRangeException>(() => Dataset.Valued(new float[6], new float[3], inputSize: 0));
        ShouldBeRefused(() => Dataset.Labeled([[1f, 2], [3]], [0, 1]), "2 elements", "row 1 has 1");
        ShouldBeRefused(() => Dataset.Labeled([[1f], [3]], [0]), "2 labels", "got 1");
        ShouldBeRefused(() => Dataset.Valued([[1f], [3]], [[1f]]), "2 rows of targets", "got 1");
        ShouldBeRefused(() => Dataset.Valued(Array.Empty<float[]>(), []), "at least one sample");
    }

    [Fact]
    public void Nothing_is_refused_by_name()
    {
        Should.Throw<ArgumentNullException>(() => Dataset.Labeled((float[])null!, [0])).ParamName.ShouldBe("inputs");
        Should.Throw<ArgumentNullException>(() => Dataset.Labeled([1f], null!)).ParamName.ShouldBe("labels");
        Should.Throw<ArgumentNullException>(() => Dataset.Valued((float[])null!, [1f], 1)).ParamName.ShouldBe("inputs");
        Should.Throw<ArgumentNullException>(() => Dataset.Valued([1f], null!, 1)).ParamName.ShouldBe("targets");
        Should.Throw<ArgumentNullException>(() => Dataset.Labeled((float[][])null!, [0])).ParamName.ShouldBe("inputs");
        Should.Throw<ArgumentNullException>(() => Dataset.Labeled([[1f], null!], [0, 1])).ParamName.ShouldBe("inputs[1]");
        Should.Throw<ArgumentNullException>(() => Dataset.Labeled([[1f]], null!)).ParamName.ShouldBe("labels");
        Should.Throw<ArgumentNullException>(() => Dataset.Valued(null!, [[1f]])).ParamName.ShouldBe("inputs");
        Should.Throw<ArgumentNullException>(() => Dataset.Valued([[1f]], null!)).ParamName.ShouldBe("targets");
    }

    private static void ShouldBeRefused(Action action, params string[] parts)
    {
        var problem = Should.Throw<ArgumentException>(action);
        foreach (string part in parts)
        {
            problem.Message.ShouldContain(part);
        }
    }
}
