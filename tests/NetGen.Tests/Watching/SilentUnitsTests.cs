namespace NetGen.Tests.Watching;

public class SilentUnitsTests
{
    private readonly SilentUnits units = SilentUnits.Of(new("relu1", "Relu", ["dense1"], [2], []))!;

    [Fact]
    public void A_unit_is_dead_that_was_silent_for_all_samples_of_the_window()
    {
        Read([0, 1], [0, 0]).ShouldBe(0.5); // one reading is all there are
        Read([1, 1], [0, 0]).ShouldBe(0);
        Read([0, 1], [0, 0]).ShouldBe(0);
        Read([0, 1], [0, 1]).ShouldBe(0);
        Read([0, 0], [0, 0]).ShouldBe(0.5); // the first for three readings, the second for one
        Read([0, 0], [0, 0]).ShouldBe(0.5);
        Read([0, 0], [0, 0]).ShouldBe(1);
        Read([0, double.NaN], [0, 0]).ShouldBe(0.5);
    }

    [Theory]
    [InlineData("Relu", true)]
    [InlineData("HardSwish", true)]
    [InlineData("Activation", true)]
    [InlineData("LeakyRelu", false)]
    [InlineData("Dropout", false)]
    [InlineData("Dense", false)]
    public void Kinds_that_give_0_on_a_whole_side_can_die(string op, bool expected) =>
        (SilentUnits.Of(new("a", op, [], [2], [])) is not null).ShouldBe(expected);

    [Fact]
    public void Outputs_next_to_a_bound_are_saturated()
    {
        OutputBounds.Of(new("a", "Sigmoid", [], [6], []))!.Count<double>([0, 0.009, 0.011, 0.989, 0.991, 1]).ShouldBe(4);
        OutputBounds.Of(new("a", "Tanh", [], [6], []))!.Count<float>([-1, -0.981f, -0.979f, 0, 0.979f, 0.981f]).ShouldBe(3);
        OutputBounds.Of(new("a", "HardSigmoid", [], [4], []))!.Count<float>([-1, 0, 0.5f, 1]).ShouldBe(3);
        OutputBounds.Of(new("a", "Softsign", [], [4], []))!.Count<float>([-0.99f, 0, 0.5f, 1]).ShouldBe(2);
        OutputBounds.Of(new("a", "Relu", [], [6], [])).ShouldBeNull();
    }

    private double Read(params double[][] rows)
    {
        units.Begin();
        foreach (double[] row in rows)
        {
            units.Add<double>(row);
        }

        return units.End(window: 3);
    }
}
