using System.ComponentModel;
using NetGen.Weights;

namespace NetGen;

/// <summary>For generated code: fills parameters before training, each tensor as its description says.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Initialization
{
    /// <summary>Fills every tensor, in row-major order whatever its layout. The same seed gives the same bits on every machine.</summary>
    /// <typeparam name="T">The element type; numbers are drawn in double and rounded once.</typeparam>
    /// <param name="parameters">What is filled.</param>
    /// <param name="seed">Any number. Each tensor draws from a stream of its own, by its place in the store.</param>
    public static void Fill<T>(TensorStore<T> parameters, long seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new RandomSource(seed);
        for (int index = 0; index < parameters.Tensors.Count; index++)
        {
            var tensor = parameters.Tensors[index];
            var draw = Distribution(tensor, random.Fork(index));
            var elements = new T[tensor.Length];
            for (int i = 0; i < elements.Length; i++)
            {
                elements[i] = T.CreateTruncating(draw());
            }

            parameters.Write(tensor.Name, elements);
        }
    }

    private static Func<double> Distribution(TensorDescription tensor, RandomSource random)
    {
        double inputs = FanIn(tensor.Shape);
        double outputs = FanOut(tensor.Shape);
        return tensor.Init switch
        {
            Init.HeNormal => Normal(Math.Sqrt(2.0 / inputs)),
            Init.HeUniform => Uniform(Math.Sqrt(6.0 / inputs)),
            Init.XavierNormal => Normal(Math.Sqrt(2.0 / (inputs + outputs))),
            Init.XavierUniform => Uniform(Math.Sqrt(6.0 / (inputs + outputs))),
            Init.LeCunNormal => Normal(Math.Sqrt(1.0 / inputs)),
            Init.LeCunUniform => Uniform(Math.Sqrt(3.0 / inputs)),
            Init.Normal => Normal(tensor.Scale),
            Init.Uniform => Uniform(tensor.Scale),
            Init.Constant => () => tensor.Scale,
            _ => throw new ArgumentException($"'{tensor.Name}' has no initialisation that can be drawn: {tensor.Init}.", nameof(tensor)),
        };

        Func<double> Normal(double deviation) => () => deviation * random.NextNormal();
        Func<double> Uniform(double limit) => () => limit * (2.0 * random.NextUniform() - 1.0);
    }

    /// <summary>The inputs of one unit: all axes but the first.</summary>
    private static double FanIn(IReadOnlyList<int> shape) => shape.Skip(1).Aggregate(1.0, (product, size) => product * size);

    /// <summary>The outputs that one input reaches: the units, times a filter's places where there are more than two axes.</summary>
    private static double FanOut(IReadOnlyList<int> shape) =>
        shape.Skip(2).Aggregate(shape.Count > 0 ? (double)shape[0] : 1.0, (product, size) => product * size);
}
