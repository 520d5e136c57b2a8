namespace NetGen.Reference;

/// <summary>Functions that several layers share and the base class library lacks. NaN gives NaN.</summary>
internal static class SpecialFunctions
{
    /// <summary><c>1 / (1 + exp(−x))</c>.</summary>
    public static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary><c>log(1 + exp(x))</c>; the exponential never exceeds 1.</summary>
    public static double LogOnePlusExp(double x) => Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x)));

    /// <summary><c>log(1 + x)</c>, where x may be far below the spacing of numbers near 1 (Kahan's correction of the rounded sum).</summary>
    public static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }

    /// <summary><c>exp(x) − 1</c>, where x may be tiny (Kahan's correction of the rounded exponential).</summary>
    public static double ExpMinus1(double x)
    {
        double power = Math.Exp(x);
        double difference = power - 1;
        return difference switch
        {
            0 => x,
            -1 => -1,
            _ => difference * x / Math.Log(power),
        };
    }

    /// <summary>The density of the standard normal distribution.</summary>
    public static double NormalDensity(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);

    /// <summary>The distribution function of the standard normal distribution, to 1e-16; what is smaller than that, far on the left, is 0.</summary>
    public static double NormalDistribution(double x) => 0.5 * (1 + Erf(x / Math.Sqrt(2)));

    /// <summary>
    /// <c>erf(x) = 2 / sqrt(π) · exp(−x²) · Σ 2ⁿ x²ⁿ⁺¹ / (1 · 3 · … · (2n + 1))</c>: all terms have one sign, so nothing cancels.
    /// </summary>
    public static double Erf(double x)
    {
        if (double.IsNaN(x))
        {
            return x; // the sum below would never settle
        }

        if (Math.Abs(x) > 6)
        {
            return Math.Sign(x); // 1 − erf(6) is below the spacing of numbers near 1
        }

        double term = x;
        double sum = 0;
        for (int n = 1; sum + term != sum; n++)
        {
            sum += term;
            term *= 2 * x * x / (2 * n + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
