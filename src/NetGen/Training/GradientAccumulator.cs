using NetGen.Weights;

namespace NetGen;

/// <summary>The weighted sum of several batches' gradients.</summary>
internal sealed class GradientAccumulator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private AlignedBuffer<T>? sums;
    private double weight;

    /// <summary>Whether nothing has been added since the last mean.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Takes the memory, once.</summary>
    public void Reserve(int length) => sums ??= new AlignedBuffer<T>(length);

    /// <summary>Adds a batch's mean gradients.</summary>
    /// <param name="gradients">The means over the batch, by parameter.</param>
    /// <param name="batchWeight">What the batch counts for; positive.</param>
    public void Add(AlignedBuffer<T> gradients, double batchWeight)
    {
        Reserve(gradients.Length);
        T factor = T.CreateTruncating(batchWeight);
        ReadOnlySpan<T> from = gradients.Span;
        Span<T> to = sums!.Span;
        if (IsEmpty)
        {
            Scale(from, factor, to);
        }
        else
        {
            AddScaled(from, factor, to);
        }

        IsEmpty = false;
        weight += batchWeight;
    }

    /// <summary>Gives the mean of all that was added, and starts anew.</summary>
    public void TakeMean(AlignedBuffer<T> gradients)
    {
        Scale(sums!.Span, T.CreateTruncating(1 / weight), gradients.Span);
        IsEmpty = true;
        weight = 0;
    }

    // A product and a sum rounded apart: the same bits for vectors of any width.
    private static void AddScaled(ReadOnlySpan<T> source, T factor, Span<T> destination)
    {
        int i = 0;
        for (; i <= source.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            var product = new Vector<T>(source[i..]) * factor;
            (new Vector<T>(destination[i..]) + product).CopyTo(destination[i..]);
        }

        for (; i < source.Length; i++)
        {
            destination[i] += source[i] * factor;
        }
    }

    private static void Scale(ReadOnlySpan<T> source, T factor, Span<T> destination)
    {
        int i = 0;
        for (; i <= source.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            (new Vector<T>(source[i..]) * factor).CopyTo(destination[i..]);
        }

        for (; i < source.Length; i++)
        {
            destination[i] = source[i] * factor;
        }
    }
}
