namespace NetGen;

/// <summary>The way from one rate to another along half a cosine: level at both ends.</summary>
internal static class HalfCosine
{
    /// <summary>The rate after a share of the way.</summary>
    public static double Between(double from, double to, double share) => share >= 1 ? to : to + (from - to) * (1 + Math.Cos(Math.PI * share)) / 2;
}
