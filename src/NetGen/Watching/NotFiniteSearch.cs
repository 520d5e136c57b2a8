using System.Globalization;
using NetGen.Weights;

namespace NetGen;

/// <summary>Looks for the first layer of whose outputs one is infinite or not a number. Nothing is allocated after construction.</summary>
internal sealed class NotFiniteSearch<T> : ActivationVisitor<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private bool hasSeenOutputs;
    private T largest;
    private string? largestLayer;
    private string? tensor;

    /// <summary>The first such layer; null where none has been found.</summary>
    public string? Layer { get; private set; }

    /// <summary>Forgets what was found.</summary>
    /// <param name="parameters">What the layers compute with: the first tensor that is not finite is remembered.</param>
    public void Begin(TensorStore<T> parameters)
    {
        Layer = null;
        hasSeenOutputs = false;
        largest = T.Zero;
        largestLayer = null;
        tensor = FirstOf(parameters);
    }

    /// <summary>The first tensor of which an element is infinite or not a number; null where there is none.</summary>
    public static string? FirstOf(TensorStore<T> parameters)
    {
        foreach (var layout in parameters.Layouts)
        {
            if (!IsFinite(layout, parameters.Buffer.Span))
            {
                return layout.Tensor.Name;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override void Visit(string layer, ref T first, int rows, int columns, int stride)
    {
        hasSeenOutputs = true;
        for (int row = 0; row < rows && Layer is null; row++)
        {
            ReadOnlySpan<T> outputs = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref first, (nint)row * stride), columns);
            if (!IsFinite(outputs))
            {
                Layer = layer;
                return;
            }

            Compare(layer, outputs);
        }
    }

    /// <summary>What was found, as a sentence; empty where nothing could be seen.</summary>
    public string Describe()
    {
        if (!hasSeenOutputs)
        {
            return "";
        }

        string where = Layer is null
            ? string.Create(CultureInfo.InvariantCulture, $"All layers' outputs are finite, the largest {largest:G3} in magnitude ('{largestLayer}'), so that it is the loss itself, or a target.")
            : $"The first layer whose outputs are not finite is '{Layer}'.";
        return tensor is null ? where : $"{where} '{tensor}' was not finite before the step, which an earlier update has done.";
    }

    private void Compare(string layer, ReadOnlySpan<T> outputs)
    {
        foreach (T output in outputs)
        {
            if (largestLayer is null || T.Abs(output) > largest)
            {
                largest = T.Abs(output);
                largestLayer = layer;
            }
        }
    }

    private static bool IsFinite(TensorLayout layout, ReadOnlySpan<T> buffer)
    {
        for (int index = 0; index < layout.PartCount; index++)
        {
            var part = layout.Part(index);
            for (int row = 0; row < part.Rows; row++)
            {
                if (!IsFinite(buffer.Slice(part.PlaceOf(row), part.Columns)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsFinite(ReadOnlySpan<T> values)
    {
        foreach (T value in values)
        {
            if (!T.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
