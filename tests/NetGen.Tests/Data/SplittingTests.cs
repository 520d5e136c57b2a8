namespace NetGen.Tests.Data;

/// <summary>Parts of a dataset: nothing lost, nothing twice, classes in their shares, the same for the same seed.</summary>
public class SplittingTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_split_keeps_every_sample_once(bool stratified)
    {
        var data = Numbered(103);
        var (train, test) = data.Split(0.8, seed: 3, stratified);
        (train.Count, test.Count).ShouldBe((82, 21));
        Numbers(train).Concat(Numbers(test)).Order().ShouldBe(Numbers(data));
        Numbers(train).ShouldNotBe([.. Numbers(train).Order()]);
        ShouldMatch(train);
        ShouldMatch(test);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_seed_decides(bool stratified)
    {
        var data = Numbered(50);
        Numbers(data.Split(0.5, 1, stratified).First).ShouldBe(Numbers(data.Split(0.5, 1, stratified).First));
        Numbers(data.Split(0.5, 1, stratified).First).ShouldNotBe(Numbers(data.Split(0.5, 2, stratified).First));
        Numbers(data.Shuffle(1)).ShouldBe(Numbers(data.Shuffle(1)));
        Numbers(data.Shuffle(1)).ShouldNotBe(Numbers(data.Shuffle(2)));
        Numbers(data.Shuffle(1)).Order().ShouldBe(Numbers(data));
    }

    [Fact]
    public void Stratified_parts_have_each_class_in_its_share()
    {
        // 7 of class 2, 31 of class 1, 62 of class 0.
        int[] labels = [.. Enumerable.Range(0, 100).Select(i => i < 7 ? 2 : i < 38 ? 1 : 0)];
        var data = Dataset.Labeled(new float[100], labels);
        for (int seed = 0; seed < 50; seed++)
        {
            var parts = data.SplitByCounts([60, 25, 15], seed, stratified: true);
            foreach (var part in parts)
            {
                for (int label = 0; label < 3; label++)
                {
                    double expected = labels.Count(other => other == label) * part.Count / 100.0;
                    ((double)part.Labels.Count(label)).ShouldBe(expected, tolerance: 2);
                }
            }

            parts[0].Labels.Count(2).ShouldBeInRange(3, 5);
            parts[2].Labels.Count(2).ShouldBeInRange(0, 2);
        }
    }

    [Fact]
    public void A_class_of_one_sample_may_go_to_either_part()
    {
        var data = Dataset.Labeled(new float[10], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        Enumerable.Range(0, 20).Select(seed => data.Split(0.5, seed, stratified: true).First.Labels.Count(1)).Distinct().Order().ShouldBe([0, 1]);
    }

    [Theory]
    [InlineData(100, 0.29, 29)]
    [InlineData(10, 0.75, 8)]
    [InlineData(10, 0.74, 7)]
    public void A_share_is_rounded_to_whole_samples(int samples, double fraction, int expected) =>
        Numbered(samples).Split(fraction, seed: 1).First.Count.ShouldBe(expected);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_sample_is_validated_once(bool stratified)
    {
        var data = Numbered(31);
        var folds = data.Folds(4, seed: 1, stratified);
        folds.Select(fold => fold.Validation.Count).ShouldBe([7, 8, 8, 8]);
        folds.SelectMany(fold => Numbers(fold.Validation)).Order().ShouldBe(Numbers(data));
        foreach (var (train, validation) in folds)
        {
            Numbers(train).Concat(Numbers(validation)).Order().ShouldBe(Numbers(data));
            ShouldMatch(train);
            ShouldMatch(validation);
        }
    }

    /// <summary>Datasets of more than 2^30 elements are not to be had in a test: here the array is what is too small.</summary>
    [Fact]
    public void Samples_that_no_array_holds_twice_are_divided_the_same_way()
    {
        var data = Numbered(31);
        var views = data.Folds(4, seed: 1, stratified: true);
        var copies = data.Folds(4, seed: 1, stratified: true, mostElements: 61);
        copies.Select(fold => Numbers(fold.Train)).ShouldBe(views.Select(fold => Numbers(fold.Train)));
        copies.Select(fold => Numbers(fold.Validation)).ShouldBe(views.Select(fold => Numbers(fold.Validation)));
        views[0].Train.Inputs.Overlaps(views[1].Train.Inputs).ShouldBeTrue();
        copies[0].Train.Inputs.Overlaps(copies[1].Train.Inputs).ShouldBeFalse();
        foreach (var (train, _) in copies)
        {
            ShouldMatch(train);
        }
    }

    [Fact]
    public void Stratified_folds_have_each_class_in_its_share()
    {
        var data = Numbered(90);
        foreach (var (_, validation) in data.Folds(10, seed: 5, stratified: true))
        {
            validation.Labels.ToArray().CountBy(label => label).ShouldAllBe(count => count.Value >= 2 && count.Value <= 4);
        }
    }

    [Fact]
    public void Values_go_along()
    {
        var data = Dataset.Valued([1f, 2, 3, 4, 5, 6], [10f, 30, 50], inputSize: 2);
        var gathered = data.Gather([2, 0, 2]);
        gathered.Inputs.ToArray().ShouldBe([5, 6, 1, 2, 5, 6]);
        gathered.Targets.ToArray().ShouldBe([50, 10, 50]);
        data.Gather([]).Count.ShouldBe(0);
        foreach (var (train, validation) in data.Folds(3, seed: 1))
        {
            train.Targets.ToArray().ShouldBe(Enumerable.Range(0, 2).Select(i => 10 * train[i][0]));
            validation.Targets[0].ShouldBe(10 * validation[0][0]);
        }
    }

    [Fact]
    public void A_part_has_at_least_one_sample()
    {
        Numbered(2).Split(0.01, 1).First.Count.ShouldBe(1);
        Numbered(2).Split(0.99, 1).Second.Count.ShouldBe(1);
        Should.Throw<ArgumentException>(() => Numbered(1).Split(0.5, 1)).Message.ShouldContain("got 1");
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var data = Numbered(10);
        Should.Throw<ArgumentOutOfRangeException>(() => data.Split(1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => data.Split(0, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => data.Split(double.NaN, 1));
        Should.Throw<ArgumentException>(() => data.SplitByCounts([4, 5], 1)).Message.ShouldContain("4 + 5 is 9");
        Should.Throw<ArgumentOutOfRangeException>(() => data.SplitByCounts([11, -1], 1));
        Should.Throw<ArgumentOutOfRangeException>(() => data.Folds(1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => data.Folds(11, 1)).Message.ShouldContain("2 to 10");
        Should.Throw<ArgumentOutOfRangeException>(() => data[..2].Folds(3, 1)).Message.ShouldStartWith("Expected 2 folds of 2 samples, but got 3.");
        Should.Throw<ArgumentException>(() => data[..1].Folds(2, 1)).Message.ShouldStartWith("Expected at least two samples to divide into folds, but got 1.");
        Should.Throw<ArgumentOutOfRangeException>(() => data.Gather([10]));
        var valued = Dataset.Valued(new float[4], new float[4], inputSize: 1);
        Should.Throw<ArgumentException>(() => valued.Split(0.5, 1, stratified: true)).Message.ShouldContain("labels");
    }

    /// <summary>Samples that say their place, with three classes.</summary>
    private static Dataset<double> Numbered(int count) =>
        Dataset.Labeled([.. Enumerable.Range(0, count).Select(i => (double)i)], [.. Enumerable.Range(0, count).Select(i => i % 3)]);

    private static int[] Numbers(Dataset<double> data) => Array.ConvertAll(data.Inputs.ToArray(), number => (int)number);

    private static void ShouldMatch(Dataset<double> data) => data.Labels.ToArray().ShouldBe(Numbers(data).Select(number => number % 3));
}
