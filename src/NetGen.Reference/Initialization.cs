namespace NetGen.Reference;

/// <summary>Fills parameters as their descriptions say. The numbers drawn are not those of generated code, only their distribution.</summary>
internal static class Initialization
{
    public static void Fill(TensorDescription tensor, double[] elements, Random random)
    {
        // [outputs, inputs, ...]: what follows the second axis is a window, which every input and output has once.
        int window = tensor.Shape.Skip(2).Aggregate(1, (product, size) => product * size);
        double outputs = tensor.Shape[0] * window;
        double inputs = tensor.Shape.Count > 1 ? tensor.Shape[1] * window : 1;
        Func<double> draw = tensor.Init switch
        {
            Init.HeNormal => () => Normal(random) * Math.Sqrt(2 / inputs),
            Init.HeUniform => () => Uniform(random) * Math.Sqrt(6 / inputs),
            Init.XavierNormal => () => Normal(random) * Math.Sqrt(2 / (inputs + outputs)),
            Init.XavierUniform => () => Uniform(random) * Math.Sqrt(6 / (inputs + outputs)),
            Init.LeCunNormal => () => Normal(random) * Math.Sqrt(1 / inputs),
            Init.LeCunUniform => () => Uniform(random) * Math.Sqrt(3 / inputs),
            Init.Normal => () => Normal(random) * tensor.Scale,
            Init.Uniform => () => Uniform(random) * tensor.Scale,
            Init.Constant => () => tensor.Scale,
            _ => throw new NotSupportedException($"The reference engine has no initialisation '{tensor.Init}' (tensor '{tensor.Name}')."),
        };
        for (int i = 0; i < elements.Length; i++)
        {
            elements[i] = draw();
        }
    }

    private static double Uniform(Random random) => 2 * random.NextDouble() - 1;

    // Box and Muller 1958; the first factor needs a number above 0.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
