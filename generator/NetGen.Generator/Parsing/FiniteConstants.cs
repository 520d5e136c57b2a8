using System.Globalization;
using System.Linq;
using NetGen.Generator.Expressions;

namespace NetGen.Generator.Parsing;

/// <summary>Checks that the numbers of a function are finite, those among them that are computed of others.</summary>
internal static class FiniteConstants
{
    /// <summary>The function, if all its numbers are.</summary>
    /// <exception cref="FunctionException">One is not.</exception>
    public static Expression Checked(Expression body) =>
        body.All().OfType<Constant>().FirstOrDefault(constant => double.IsNaN(constant.Value) || double.IsInfinity(constant.Value)) is { } found
            ? throw new FunctionException($"a constant in it must be finite, but is {found.Value.ToString(CultureInfo.InvariantCulture)}")
            : body;
}
