using NetGen.Weights;

namespace WorkedExample;

/// <summary>
/// The quantities on the way, which a compiled network does not hand out, by the article's formulas: one line each, as one would
/// work them out on paper.
/// </summary>
internal sealed class Textbook
{
    public Textbook(TensorStore<double> parameters, double[] x, double y)
    {
        double[] w1 = parameters.ToArray("hidden.weight");
        double[] b1 = parameters.ToArray("hidden.bias");
        double[] w2 = parameters.ToArray("output.weight");
        double[] b2 = parameters.ToArray("output.bias");

        Z1 = [(w1[0] * x[0]) + (w1[1] * x[1]) + b1[0], (w1[2] * x[0]) + (w1[3] * x[1]) + b1[1]];
        A1 = [Sigmoid(Z1[0]), Sigmoid(Z1[1])];
        Z2 = (w2[0] * A1[0]) + (w2[1] * A1[1]) + b2[0];
        P = Sigmoid(Z2);
        Loss = (y - P) * (y - P) / 2;

        DP = P - y;
        DZ2 = DP * P * (1 - P);
        DA1 = [w2[0] * DZ2, w2[1] * DZ2];
        DZ1 = [DA1[0] * A1[0] * (1 - A1[0]), DA1[1] * A1[1] * (1 - A1[1])];
    }

    public double[] Z1 { get; }

    public double[] A1 { get; }

    public double Z2 { get; }

    public double P { get; }

    public double Loss { get; }

    public double DP { get; }

    public double DZ2 { get; }

    public double[] DA1 { get; }

    public double[] DZ1 { get; }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
