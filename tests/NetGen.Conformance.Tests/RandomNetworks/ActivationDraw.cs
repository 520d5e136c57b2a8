namespace NetGen.Conformance.Tests.RandomNetworks;

/// <summary>Draws an activation and its arguments, or a method of the user's.</summary>
internal static class ActivationDraw
{
    private static readonly OperationSpec[] Methods =
    [
        Method("Wave", "Math.Sin(x) + 0.25 * Math.Cos(3 * x)", x => Math.Sin(x) + 0.25 * Math.Cos(3 * x)),
        Method("Hill", "x * Math.Exp(-x * x)", x => x * Math.Exp(-x * x)),
        Method("Bell", "1 / (1 + x * x)", x => 1 / (1 + x * x)),
        Method("Arc", "Math.Sqrt(1 + x * x) - 1", x => Math.Sqrt(1 + x * x) - 1),
        Method("Slow", "x / Math.Sqrt(Math.Pow(x, 2) + 0.5)", x => x / Math.Sqrt(x * x + 0.5)),
        Method("Root", "Math.Tanh(x) * Math.Log(2 + x * x)", x => Math.Tanh(x) * Math.Log(2 + x * x)),
        Method("Ramp", "Math.Max(-1, Math.Min(1, 0.5 * x))", x => Math.Max(-1, Math.Min(1, 0.5 * x))),
        Method("Bent", "x > 0.25 ? x * x : x < -0.5 || x == -2 ? 0.5 * x : -Math.Abs(x)", Bent),
    ];

    /// <summary>The op names of all activations.</summary>
    private static readonly string[] Ops =
    [
        "Relu", "LeakyRelu", "PRelu", "Elu", "Selu", "Gelu", "Silu", "Mish", "Sigmoid", "HardSigmoid", "HardSwish", "Tanh", "Softplus",
        "Softsign", "Softmax", "Activation", "Activation", "PRelu",
    ];

    public static OperationSpec Next(Random random)
    {
        string op = random.Pick(Ops);
        return op switch
        {
            "LeakyRelu" when random.Chance(0.5) => new(op, ("slope", random.Between(-0.5, 1.5))),
            "PRelu" when random.Chance(0.5) => new(op, ("initialSlope", random.Between(-0.5, 1.5))),
            "Elu" when random.Chance(0.5) => new(op, ("alpha", random.Between(0.1, 2))),
            "Gelu" when random.Chance(0.5) => new(op, ("approximate", true)),
            "Activation" => random.Pick(Methods),
            _ => new(op),
        };
    }

    private static double Bent(double x) => x > 0.25 ? x * x : x < -0.5 ? 0.5 * x : -Math.Abs(x);

    private static OperationSpec Method(string name, string body, Func<double, double> function) =>
        new("Activation") { Function = function, Method = new(name, body) };
}
