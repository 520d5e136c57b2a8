namespace NetGen.Reference;

/// <summary>The derivative of a function that is known by its values only.</summary>
internal static class FiniteDifference
{
    private const double UnitRoundoff = 1.1e-16;

    // Weights of f(x + kh) − f(x − kh), k = 1, 2, …: exact for polynomials of degree 6, and of degree 8.
    private static readonly double[] SixthOrder = [3.0 / 4, -3.0 / 20, 1.0 / 60];
    private static readonly double[] EighthOrder = [4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280];

    /// <summary>
    /// A central difference of eighth order, accurate to about 1e-11 where the function is smooth. A long step loses to
    /// curvature and to corners nearby, a short one to rounding; so several are tried, and the one with the least estimated
    /// error wins: the difference of the two orders, and the rounding of values divided by the step.
    /// </summary>
    public static double Derivative(Func<double, double> function, double x)
    {
        double best = double.NaN;
        double least = double.PositiveInfinity;
        double rounding = UnitRoundoff * (Math.Abs(function(x)) + Math.Abs(x));
        for (int power = -5; power >= -21; power -= 2)
        {
            double step = Math.ScaleB(1, power);
            double eighth = Difference(function, x, step, EighthOrder);
            double sixth = Difference(function, x, step, SixthOrder);
            double error = Math.Abs(eighth - sixth) + rounding / step;
            if (error < least)
            {
                (best, least) = (eighth, error);
            }
        }

        return best;
    }

    private static double Difference(Func<double, double> function, double x, double step, double[] weights)
    {
        double sum = 0;
        for (int k = 1; k <= weights.Length; k++)
        {
            sum += weights[k - 1] * (function(x + k * step) - function(x - k * step));
        }

        return sum / step;
    }
}
