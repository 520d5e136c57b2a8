namespace NetGen.Reference;

/// <summary><c>l1 · Σ|w| + l2 / 2 · Σw²</c> over the tensors that are regularized. The derivative of |w| at 0 is 0.</summary>
internal sealed class Penalty(double l1, double l2, IReadOnlyList<Tensor> regularized)
{
    /// <summary>The penalties of a network over its tensors; none of them where only <see cref="Value"/> is asked for.</summary>
    public static Penalty Of(NetworkDescription network, params IReadOnlyList<Tensor> regularized) =>
        new(network.Regularize?.Number("l1") ?? 0, network.Regularize?.Number("l2") ?? 0, regularized);

    /// <summary>The penalty of one tensor.</summary>
    public double Value(ReadOnlySpan<double> w)
    {
        double absolutes = 0;
        double squares = 0;
        foreach (double element in w)
        {
            absolutes += Math.Abs(element);
            squares += element * element;
        }

        return l1 * absolutes + l2 / 2 * squares;
    }

    /// <summary>The loss and the penalty together, a scalar: what training makes small.</summary>
    public Tensor AddTo(Tape tape, Tensor loss)
    {
        var total = new Tensor(1);
        total.Data[0] = loss.Data[0];
        foreach (var w in regularized)
        {
            total.Data[0] += Value(w.Data);
        }

        tape.Record(() => AddAdjoints(total.Gradient[0], loss));
        return total;
    }

    private void AddAdjoints(double adjoint, Tensor loss)
    {
        loss.Gradient[0] += adjoint;
        foreach (var w in regularized)
        {
            for (int i = 0; i < w.Length; i++)
            {
                w.Gradient[i] += adjoint * (l1 * Sign(w.Data[i]) + l2 * w.Data[i]);
            }
        }
    }

    // Math.Sign throws on NaN; a network that has diverged is to show NaN, not an exception.
    private static double Sign(double x) => x > 0 ? 1 : x < 0 ? -1 : x;
}
