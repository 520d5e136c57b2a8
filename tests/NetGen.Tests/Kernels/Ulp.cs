namespace NetGen.Tests.Kernels;

/// <summary>Distances in units in the last place.</summary>
internal static class Ulp
{
    /// <summary>How far a float is from the true value, in ulps of that value; 0 where both are NaN or round to the same infinity.</summary>
    public static double Error(float actual, double truth)
    {
        if (double.IsNaN(truth) || float.IsNaN(actual))
        {
            return double.IsNaN(truth) && float.IsNaN(actual) ? 0 : double.PositiveInfinity;
        }

        if (float.IsInfinity(actual) || float.IsInfinity((float)truth))
        {
            // The next number after the largest, as far as rounding goes.
            double finite = Math.CopySign(Math.ScaleB(1, 128), actual);
            bool isNear = Math.Abs(truth - finite) <= 4 * Math.ScaleB(1, 104) || (float)truth == actual;
            return isNear && Math.Sign(truth) == Math.Sign(actual) ? 0 : double.PositiveInfinity;
        }

        return Math.Abs(actual - truth) / Math.ScaleB(1, Math.Max(truth == 0 ? -126 : Math.ILogB(truth), -126) - 23);
    }

    /// <summary>How far a double is from the one nearest to the true value.</summary>
    public static double Error(double actual, double truth)
    {
        if (double.IsNaN(truth) || double.IsNaN(actual))
        {
            return double.IsNaN(truth) && double.IsNaN(actual) ? 0 : double.PositiveInfinity;
        }

        return actual == truth ? 0 : Math.Abs(actual - truth) / (Math.BitIncrement(Math.Abs(truth)) - Math.Abs(truth));
    }
}
