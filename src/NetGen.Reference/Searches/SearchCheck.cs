using System.Runtime.CompilerServices;

namespace NetGen.Reference;

/// <summary>Checks of searches' options.</summary>
internal static class SearchCheck
{
    /// <summary>Checks that a number is above 0 and finite, which NaN is not.</summary>
    public static void RequirePositive(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is not (> 0 and < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(name, value, "Expected a positive number.");
        }
    }
}
