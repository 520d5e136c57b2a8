using System.Globalization;

namespace NetGen.Reference;

/// <summary>One entry of one tensor as two ways of computing its gradient have it.</summary>
/// <param name="Tensor">The tensor's name.</param>
/// <param name="Entry">The entry, one number per axis.</param>
/// <param name="FirstName">The one way: <c>generated</c> or <c>reference</c>.</param>
/// <param name="First">What it gives.</param>
/// <param name="SecondName">The other way: <c>reference</c> or <c>differences</c>.</param>
/// <param name="Second">What it gives.</param>
public sealed record GradientDisagreement(string Tensor, IReadOnlyList<int> Entry, string FirstName, double First, string SecondName, double Second)
{
    /// <summary>The entry and both values, such as <c>dense1.weight [2, 1]: generated 0.25, reference 0.5</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Tensor} {Sizes.Text(Entry)}: {FirstName} {First:G9}, {SecondName} {Second:G9}");
}
