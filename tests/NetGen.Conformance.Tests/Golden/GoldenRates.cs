namespace NetGen.Conformance.Tests.Golden;

/// <summary>The learning rates of a golden case: the library's own, where the case has a schedule.</summary>
internal static class GoldenRates
{
    /// <summary>The rate that a step is made with.</summary>
    public static Func<int, double> Of(GoldenCase golden)
    {
        if (golden.Schedule is null)
        {
            return step => golden.Steps[step].LearningRate;
        }

        var schedule = ScheduleOf(golden);
        return step => schedule.RateAt(step);
    }

    /// <summary>A case's schedule, by the library's function of that name.</summary>
    public static Schedule ScheduleOf(GoldenCase golden)
    {
        var spec = golden.Schedule!;
        double rate = golden.Network.Optimizer.Arguments.Single(argument => argument.Name == "learningRate").Number;
        return spec.Op switch
        {
            "Step" => Schedule.Step(rate, (long)Number("every"), Number("factor", 0.1)),
            "Exponential" => Schedule.Exponential(rate, Number("factor")),
            "Cosine" => Schedule.Cosine(rate, (long)Number("steps"), Number("minimum", 0)),
            "Linear" => Schedule.Linear(rate, Number("from"), Number("to", 1), (long)Number("steps")),
            "OneCycle" => Schedule.OneCycle(Number("maximum"), (long)Number("steps")),
            "InverseSqrt" => Schedule.InverseSquareRoot(rate, (long)Number("warmup")),
            _ => throw new NotSupportedException($"No schedule '{spec.Op}'."),
        };

        double Number(string name, double? byDefault = null) =>
            spec.Arguments.SingleOrDefault(argument => argument.Name == name)?.Number
            ?? byDefault
            ?? throw new NotSupportedException($"{spec.Op} needs its argument '{name}'.");
    }
}
