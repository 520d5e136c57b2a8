namespace NetGen.Reference;

/// <summary>The user's own function. Its derivative is taken from its values alone, so that it owes nothing to the compiler's.</summary>
internal sealed class UserActivation(LayerDescription layer) : Pointwise
{
    private readonly Func<double, double> function = layer.Function
        ?? throw new ArgumentException($"The description of '{layer.Name}' carries no function.");

    protected override double Function(double x) => function(x);

    protected override double Derivative(double x) => FiniteDifference.Derivative(function, x);
}
