using System.Globalization;

namespace NetGen.Tests.Schedules;

/// <summary>Schedules against their formulas; golden cases hold them to PyTorch's numbers.</summary>
public class ScheduleTests
{
    public static TheoryData<Schedule, long, double> Values => new()
    {
        { Schedule.Constant(0.3), 0, 0.3 },
        { Schedule.Constant(0.3), long.MaxValue, 0.3 },
        { Schedule.Step(0.8, every: 5, factor: 0.5), 4, 0.8 },
        { Schedule.Step(0.8, every: 5, factor: 0.5), 5, 0.4 },
        { Schedule.Step(0.8, every: 5, factor: 0.5), 14, 0.2 },
        { Schedule.Exponential(0.5, 0.9), 3, 0.5 * 0.9 * 0.9 * 0.9 },
        { Schedule.Cosine(1, steps: 4, minimum: 0.2), 0, 1 },
        { Schedule.Cosine(1, steps: 4, minimum: 0.2), 1, 0.2 + 0.4 * (1 + Math.Cos(Math.PI / 4)) },
        { Schedule.Cosine(1, steps: 4, minimum: 0.2), 2, 0.6 },
        { Schedule.Cosine(1, steps: 4, minimum: 0.2), 4, 0.2 },
        { Schedule.Cosine(1, steps: 4, minimum: 0.2), 5, 0.2 },
        { Schedule.CosineWithRestarts(1, period: 4), 2, 0.5 },
        { Schedule.CosineWithRestarts(1, period: 4), 3, 0.5 * (1 + Math.Cos(0.75 * Math.PI)) },
        { Schedule.CosineWithRestarts(1, period: 4), 4, 1 },
        { Schedule.CosineWithRestarts(1, period: 4), 4_000_000_000_000_002, 0.5 },
        { Schedule.CosineWithRestarts(1, period: 4, multiplier: 3, minimum: 0.1), 4, 1 },
        { Schedule.CosineWithRestarts(1, period: 4, multiplier: 3, minimum: 0.1), 10, 0.55 },
        { Schedule.CosineWithRestarts(1, period: 4, multiplier: 3, minimum: 0.1), 16, 1 },
        { Schedule.CosineWithRestarts(1, period: 4, multiplier: 3, minimum: 0.1), 34, 0.55 },
        { Schedule.CosineWithRestarts(1, period: 4, multiplier: 3, minimum: 0.1), 52, 1 },
        { Schedule.Linear(0.5, from: 0.1, to: 1, steps: 10), 0, 0.05 },
        { Schedule.Linear(0.5, from: 0.1, to: 1, steps: 10), 5, 0.275 },
        { Schedule.Linear(0.5, from: 0.1, to: 1, steps: 10), 99, 0.5 },
        { Schedule.OneCycle(1, steps: 11, rise: 0.4, startDivisor: 10, endDivisor: 100), 0, 0.1 },
        { Schedule.OneCycle(1, steps: 10, rise: 0.5, startDivisor: 10, endDivisor: 100), 2, 0.1 + 0.9 * (1 - Math.Cos(Math.PI / 2)) / 2 },
        { Schedule.OneCycle(1, steps: 10, rise: 0.5, startDivisor: 10, endDivisor: 100), 4, 1 },
        { Schedule.OneCycle(1, steps: 10, rise: 0.5, startDivisor: 10, endDivisor: 100), 9, 0.001 },
        { Schedule.OneCycle(1, steps: 10, rise: 0.5, startDivisor: 10, endDivisor: 100), 500, 0.001 },
        { Schedule.OneCycle(1, steps: 10, rise: 0.1, startDivisor: 10, endDivisor: 100), 0, 1 },
        { Schedule.InverseSquareRoot(0.6, warmUp: 6), 0, 0.1 },
        { Schedule.InverseSquareRoot(0.6, warmUp: 6), 5, 0.6 },
        { Schedule.InverseSquareRoot(0.6, warmUp: 6), 6, 0.6 },
        { Schedule.InverseSquareRoot(0.6, warmUp: 6), 24, 0.3 },
        { Schedule.Polynomial(1, steps: 4), 1, 0.75 },
        { Schedule.Polynomial(1, steps: 4, power: 2, minimum: 0.2), 2, 0.4 },
        { Schedule.Polynomial(1, steps: 4, power: 2, minimum: 0.2), 4, 0.2 },
        { Schedule.Polynomial(1, steps: 4, power: 0.5), 7, 0 },
        { Schedule.Of(step => 1.0 / (1 + step)), 3, 0.25 },
        { Schedule.Polynomial(1, steps: 4).WarmUp(2), 0, 0.5 },
        { Schedule.Polynomial(1, steps: 4).WarmUp(2), 1, 1 },
        { Schedule.Polynomial(1, steps: 4).WarmUp(2), 2, 1 },
        { Schedule.Polynomial(1, steps: 4).WarmUp(2), 3, 0.75 },
        { Schedule.Polynomial(1, steps: 4).InEpochs(10), 9, 1 },
        { Schedule.Polynomial(1, steps: 4).InEpochs(10), 10, 0.75 },
        { Schedule.Polynomial(1, steps: 4).InEpochs(10).WarmUp(5), 15, 0.75 },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Rates_follow_the_formula(Schedule schedule, long step, double rate) => schedule.RateAt(step).ShouldBe(rate, 1e-14, $"{schedule} at {step}");

    [Theory]
    [InlineData("rate")]
    [InlineData("every")]
    [InlineData("factor")]
    [InlineData("steps")]
    [InlineData("minimum")]
    [InlineData("period")]
    [InlineData("multiplier")]
    [InlineData("from")]
    [InlineData("to")]
    [InlineData("rise")]
    [InlineData("startDivisor")]
    [InlineData("endDivisor")]
    [InlineData("warmUp")]
    [InlineData("power")]
    [InlineData("stepsPerEpoch")]
    public void Arguments_out_of_range_are_refused_by_name(string name)
    {
        Func<Schedule>[] uses = name switch
        {
            "rate" => [() => Schedule.Constant(0), () => Schedule.Step(double.NaN, 1), () => Schedule.Exponential(-1, 0.5), () => Schedule.Cosine(double.PositiveInfinity, 1), () => Schedule.Linear(0, 0, 1, 1), () => Schedule.InverseSquareRoot(0, 1), () => Schedule.Polynomial(0, 1)],
            "every" => [() => Schedule.Step(1, 0)],
            "factor" => [() => Schedule.Step(1, 1, 0), () => Schedule.Exponential(1, double.NaN)],
            "steps" => [() => Schedule.Cosine(1, 0), () => Schedule.Linear(1, 0, 1, 0), () => Schedule.OneCycle(1, 1), () => Schedule.Polynomial(1, -3), () => Schedule.Constant(1).WarmUp(0)],
            "minimum" => [() => Schedule.Cosine(1, 1, 1.5), () => Schedule.Cosine(1, 1, -0.1), () => Schedule.CosineWithRestarts(1, 1, 1, double.NaN), () => Schedule.Polynomial(1, 1, 1, 2)],
            "period" => [() => Schedule.CosineWithRestarts(1, 0)],
            "multiplier" => [() => Schedule.CosineWithRestarts(1, 1, 0)],
            "from" => [() => Schedule.Linear(1, -1, 1, 1)],
            "to" => [() => Schedule.Linear(1, 0, double.PositiveInfinity, 1)],
            "rise" => [() => Schedule.OneCycle(1, 5, rise: 0), () => Schedule.OneCycle(1, 5, rise: 1)],
            "startDivisor" => [() => Schedule.OneCycle(1, 5, startDivisor: 0.5)],
            "endDivisor" => [() => Schedule.OneCycle(1, 5, endDivisor: double.NaN)],
            "warmUp" => [() => Schedule.InverseSquareRoot(1, 0)],
            "power" => [() => Schedule.Polynomial(1, 1, 0)],
            _ => [() => Schedule.Constant(1).InEpochs(0)],
        };
        foreach (var use in uses)
        {
            Should.Throw<ArgumentOutOfRangeException>(use).ParamName.ShouldBe(name);
        }
    }

    [Fact]
    public void Steps_before_the_first_are_refused() => Should.Throw<ArgumentOutOfRangeException>(() => Schedule.Constant(1).RateAt(-1));

    [Fact]
    public void A_function_that_gives_no_rate_is_named()
    {
        var schedule = Schedule.Of(step => step == 2 ? double.NaN : -1, "mine");
        Should.Throw<InvalidOperationException>(() => schedule.RateAt(2)).Message.ShouldContain("'mine' gave a rate of NaN at step 2");
        Should.Throw<InvalidOperationException>(() => schedule.RateAt(0)).Message.ShouldContain("-1");
    }

    [Fact]
    public void Texts_say_what_a_schedule_is_in_any_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("de-DE");
            Schedule.Cosine(0.05, 100, 0.001).WarmUp(10).ToString().ShouldBe("Cosine(0.05, steps: 100, minimum: 0.001).WarmUp(10)");
            Schedule.OneCycle(0.5, 7).InEpochs(3).ToString().ShouldBe("OneCycle(0.5, steps: 7, rise: 0.3, startDivisor: 25, endDivisor: 10000).InEpochs(3)");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
