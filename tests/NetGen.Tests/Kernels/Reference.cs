namespace NetGen.Tests.Kernels;

/// <summary>The functions in double, by other means: the machine's own library, and series. Good to about 1e-15.</summary>
internal static class Reference
{
    public static double Apply(string name, double x) => name switch
    {
        "Exp" => Math.Exp(x),
        "ExpMinusOne" => ExpMinusOne(x),
        "Log" => Math.Log(x),
        "LogOnePlus" => LogOnePlus(x),
        "Tanh" => Math.Tanh(x),
        "Sigmoid" => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x)),
        "Erf" => Erf(x),
        "Sin" => Math.Sin(x),
        "Cos" => Math.Cos(x),
        _ => throw new ArgumentException(name),
    };

    // Kahan's: the errors of the rounded 1 + x in numerator and denominator cancel.
    private static double LogOnePlus(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : double.IsInfinity(u) ? u : Math.Log(u) * x / (u - 1);
    }

    private static double ExpMinusOne(double x)
    {
        double u = Math.Exp(x);
        return u == 1 ? x : Math.Abs(x) < 1 ? (u - 1) * x / Math.Log(u) : u - 1;
    }

    private static double Erf(double x)
    {
        double magnitude = Math.Abs(x);
        return double.IsNaN(x) ? x : Math.CopySign(magnitude < 2 ? ErfSeries(magnitude) : 1 - ErfComplement(magnitude), x);
    }

    // erf x = 2/√π · e^(−x²) · Σ 2^n x^(2n+1) / (1 · 3 · … · (2n+1)): no term is negative.
    private static double ErfSeries(double x)
    {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 1e-18; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    // 1 − erf x = e^(−x²)/√π / (x + ½/(x + 1/(x + 1½/(x + …)))).
    private static double ErfComplement(double x)
    {
        double fraction = x;
        for (int n = 100; n >= 1; n--)
        {
            fraction = x + (n / 2.0 / fraction);
        }

        return Math.Exp(-x * x) / Math.Sqrt(Math.PI) / fraction;
    }
}
