namespace NetGen;

/// <summary>Functions made of IEEE operations alone, so that every machine gives the same bits.</summary>
internal static class PortableMath
{
    /// <summary>The natural logarithm of a positive, normal number.</summary>
    public static double Log(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1023L << 52));
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        // log m = 2 artanh((m - 1) / (m + 1)); the series ends below 2^-53 of its first term.
        double ratio = (mantissa - 1) / (mantissa + 1);
        double square = ratio * ratio;
        double series = 0;
        for (int power = 23; power >= 1; power -= 2)
        {
            series = series * square + 1.0 / power;
        }

        return exponent * 0.6931471805599453 + 2 * ratio * series;
    }
}
