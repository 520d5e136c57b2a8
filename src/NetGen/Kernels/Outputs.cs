namespace NetGen.Kernels;

/// <summary>What is made of one sample's outputs: a class, or probabilities. Nothing is allocated.</summary>
public static class Outputs
{
    /// <summary>The place of the largest element; of the first, where there are several.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="values">One sample's outputs; at least one. A NaN is never the largest; where all are NaN, the place is 0.</param>
    /// <exception cref="ArgumentException">There are no elements.</exception>
    public static int ArgMax<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("Expected at least one output, but got none.", nameof(values));
        }

        int best = 0;
        T largest = values[0];
        for (int i = 1; i < values.Length; i++)
        {
            // One comparison for most; what is left is larger, or one of the two is NaN.
            if (!(values[i] <= largest) && !T.IsNaN(values[i]))
            {
                best = i;
                largest = values[i];
            }
        }

        return best;
    }

    /// <summary>Puts logits' probabilities in their place: <c>e^(x − max) / Σ e^(x − max)</c>, which never overflows.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="values">One sample's logits; takes probabilities, 0 to 1, of sum 1.</param>
    public static void Softmax<T>(Span<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T largest = T.NegativeInfinity;
        foreach (T value in values)
        {
            largest = value > largest ? value : largest;
        }

        T sum = T.Zero;
        foreach (ref T value in values)
        {
            value = Exp(value - largest);
            sum += value;
        }

        foreach (ref T value in values)
        {
            value /= sum;
        }
    }

    /// <summary>Puts each logit's probability in its place: <c>1 / (1 + e^−x)</c>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="values">Logits; takes probabilities, 0 to 1.</param>
    public static void Sigmoid<T>(Span<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (ref T value in values)
        {
            Lane<T>.Store(Lane<T>.Sigmoid(Lane<T>.Broadcast(value)), ref value, 0);
        }
    }

    private static T Exp<T>(T value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lane<T>.Store(Lane<T>.Exp(Lane<T>.Broadcast(value)), ref value, 0);
        return value;
    }
}
