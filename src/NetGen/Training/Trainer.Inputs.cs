using NetGen.Weights;

namespace NetGen;

/// <content>Where the kernels find samples, and how many there may be.</content>
public abstract partial class Trainer<T>
{
    /// <summary>Checks a step's inputs without changing anything. Most batches are whole, and take no division.</summary>
    private protected int CountSamples(int length) => length == wholeLength ? BatchSize : CountPart(length);

    /// <summary>Checks a training pass's inputs without changing anything.</summary>
    private protected int CountTrainingSamples(int length) =>
        length == wholeLength && BatchSize >= LeastSamples ? BatchSize : CountTrainingPart(length);

    /// <summary>Copies rows of elements to rows of a wider distance.</summary>
    private protected static void CopyRows(ReadOnlySpan<T> source, int size, AlignedBuffer<T> destination, int stride)
    {
        if (stride == size)
        {
            source.CopyTo(destination.Span);
            return;
        }

        for (int row = 0; row * size < source.Length; row++)
        {
            source.Slice(row * size, size).CopyTo(destination.Span[(row * stride)..]);
        }
    }

    /// <summary>The inputs where the kernels can read them: as they are, or a copy with padded rows.</summary>
    private ref T Place(ReadOnlySpan<T> inputs)
    {
        if (shape.InputStride == shape.InputColumns)
        {
            return ref MemoryMarshal.GetReference(inputs);
        }

        CopyRows(inputs, shape.InputColumns, inputCopy, shape.InputStride);
        return ref inputCopy.Start;
    }

    private static int LengthOf(int batchSize, int size)
    {
        long length = (long)batchSize * size;
        return length <= AlignedBuffer<T>.MostElements ? (int)length : throw new ArgumentOutOfRangeException(
            nameof(batchSize), batchSize, $"Expected a batch of at most {AlignedBuffer<T>.MostElements} elements, but with {size} for each sample it has {length}.");
    }

    private int CountPart(int length)
    {
        int samples = length / shape.InputSize;
        return samples * shape.InputSize == length && samples >= 1 && samples <= BatchSize ? samples : throw new ArgumentException(
            $"Expected {(BatchSize == 1 ? "1 sample" : $"1 to {BatchSize} samples")} of {Counted.Of(shape.InputSize, "input")}, a multiple of {Counted.Of(shape.InputSize, "element")} up to {wholeLength}, but got {length}.");
    }

    private int CountTrainingPart(int length)
    {
        int samples = CountPart(length);
        return samples >= LeastSamples ? samples : throw new ArgumentException(
            $"Expected at least {LeastSamples} samples for training, since BatchNorm takes the variance of a batch, but got {samples}.");
    }
}
