namespace NetGen.Tests.Schedules;

public class ReduceOnPlateauTests
{
    /// <summary>PyTorch's count: the rate falls with the first metric after <c>Patience</c> that were no better.</summary>
    [Fact]
    public void The_rate_falls_after_patience()
    {
        var plateau = new ReduceOnPlateau { Patience = 2, Factor = 0.5, MinimumChange = 0 };
        Rates(plateau, 1, 0.9, 0.9, 0.9, 0.9, 0.8, 0.9, 0.9, 0.9).ShouldBe([1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25]);
    }

    [Fact]
    public void After_a_fall_metrics_are_not_counted_for_a_while()
    {
        var plateau = new ReduceOnPlateau { Patience = 0, Factor = 0.5, Cooldown = 2 };
        Rates(plateau, 1, 1, 1, 1, 1, 1, 1, 1).ShouldBe([1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125]);
    }

    [Fact]
    public void Changes_are_shares_or_differences()
    {
        Rates(new ReduceOnPlateau { Patience = 0, Factor = 0.5, MinimumChange = 0.1 }, 10, 8.9, 8.1, 7).ShouldBe([1, 1, 0.5, 0.5]);
        Rates(new ReduceOnPlateau { Patience = 0, Factor = 0.5, MinimumChange = 0.1, IsAbsolute = true }, 10, 9.85, 9.8, 9.6).ShouldBe([1, 1, 0.5, 0.5]);
        Rates(new ReduceOnPlateau { Patience = 0, Factor = 0.5, MinimumChange = 0.1 }.Begin(largerIsBetter: true), 10, 11.1, 12.1, 13).ShouldBe([1, 1, 0.5, 0.5]);
    }

    [Fact]
    public void The_rate_stays_above_its_minimum()
    {
        var plateau = new ReduceOnPlateau { Patience = 0, Factor = 0.1, MinimumRate = 0.05 };
        Rates(plateau, 1, 1, 1, 1).ShouldBe([1, 0.1, 0.05, 0.05]);

        // A change below 1e-8 is none.
        new ReduceOnPlateau { Patience = 0 }.Begin().Next(1e-8, double.NaN).ShouldBe(1e-8);
    }

    [Fact]
    public void What_is_no_number_is_not_better()
    {
        var plateau = new ReduceOnPlateau { Patience = 0, Factor = 0.5 };
        Rates(plateau, double.NaN, 3, double.NaN, 2).ShouldBe([0.5, 0.5, 0.25, 0.25]);
    }

    /// <summary>Settings know nothing of a training: several, one after another or at once, begin anew.</summary>
    [Fact]
    public void Trainings_of_the_same_settings_do_not_see_each_other()
    {
        var settings = new ReduceOnPlateau { Patience = 0, Factor = 0.5 };
        var (left, right) = (settings.Begin(), settings.Begin());
        left.Next(1, 3).ShouldBe(1);
        right.Next(1, 5).ShouldBe(1);
        right.Next(1, 4).ShouldBe(1);
        left.Next(1, 3).ShouldBe(0.5);
        settings.ShouldBe(new ReduceOnPlateau { Patience = 0, Factor = 0.5 });
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ReduceOnPlateau { Patience = -1 }).ParamName.ShouldBe("Patience");
        Should.Throw<ArgumentOutOfRangeException>(() => new ReduceOnPlateau { Factor = 1 }).ParamName.ShouldBe("Factor");
        Should.Throw<ArgumentOutOfRangeException>(() => new ReduceOnPlateau { MinimumChange = -1 }).ParamName.ShouldBe("MinimumChange");
        Should.Throw<ArgumentOutOfRangeException>(() => new ReduceOnPlateau { Cooldown = -1 }).ParamName.ShouldBe("Cooldown");
        Should.Throw<ArgumentOutOfRangeException>(() => new ReduceOnPlateau { MinimumRate = double.NaN }).ParamName.ShouldBe("MinimumRate");
    }

    private static double[] Rates(ReduceOnPlateau settings, params double[] metrics) => Rates(settings.Begin(), metrics);

    private static double[] Rates(Plateau plateau, params double[] metrics)
    {
        double rate = 1;
        return [.. metrics.Select(metric => rate = plateau.Next(rate, metric))];
    }
}
