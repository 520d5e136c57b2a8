namespace NetGen.Conformance.Tests.Golden;

public sealed class AgreementTests
{
    [Theory]
    [InlineData(Precision.Double, 5e-10, true)]
    [InlineData(Precision.Double, 2e-9, false)]
    [InlineData(Precision.Single, 1e-4, true)]
    [InlineData(Precision.Single, 3e-4, false)]
    public void Tolerance_follows_precision(Precision precision, double error, bool agrees)
    {
        var agreement = new Agreement(precision);
        agreement.Check("w", 1000, 1000 * (1 + error));
        (agreement.Differences.Count == 0).ShouldBe(agrees);
    }

    [Fact]
    public void Near_zero_the_difference_counts()
    {
        var agreement = new Agreement(Precision.Double);
        agreement.Check("w", 1e-14, 9e-13);
        agreement.Differences.ShouldBeEmpty();
        agreement.Check("w", 1e-14, 2e-12);
        agreement.Differences.Count.ShouldBe(1);
    }

    [Fact]
    public void In_double_an_element_is_measured_by_itself_and_in_float_by_its_tensor()
    {
        double[] expected = [1, 1e-5];
        double[] actual = [1, 1.1e-5];
        var exact = new Agreement(Precision.Double);
        exact.Check("w", expected, actual);
        exact.Differences.ShouldBe(["w: 1 of 2 differ, first at 1: expected 1E-05, got 1.1E-05"]);
        var coarse = new Agreement(Precision.Single);
        coarse.Check("w", expected, actual);
        coarse.Differences.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_agrees_with_NaN_or_with_another_length()
    {
        var agreement = new Agreement(Precision.Single);
        agreement.Check("a", 1, double.NaN);
        agreement.Check("b", [1.0], [1.0, 2.0]);
        agreement.Differences.ShouldBe(["a: 1 of 1 differ, first at 0: expected 1, got NaN", "b: expected 1 elements, got 2"]);
    }
}
