namespace NetGen.Reference;

/// <summary><c>(f(w + h) − f(w − h)) / 2h</c> of one parameter of an objective.</summary>
internal static class CentralDifference
{
    private static readonly double RelativeStep = Math.Cbrt(Math.BitIncrement(1.0) - 1.0);

    /// <summary>The step that loses least to curvature and rounding together: <c>cbrt(2.2e-16) · max(1, |w|)</c>.</summary>
    public static double StepOf(double w) => RelativeStep * Math.Max(1, Math.Abs(w));

    /// <summary>The objective a step above and a step below; the parameters are then as before.</summary>
    public static (double Above, double Below) Evaluate(Objective objective, double[] parameters, int place, double step)
    {
        double w = parameters[place];
        parameters[place] = w + step;
        double above = objective.Evaluate(parameters);
        parameters[place] = w - step;
        double below = objective.Evaluate(parameters);
        parameters[place] = w;
        return (above, below);
    }

    /// <summary>The derivative. The distance is that of the numbers as they were rounded.</summary>
    public static double Slope(double above, double below, double w, double step) => (above - below) / ((w + step) - (w - step));
}
