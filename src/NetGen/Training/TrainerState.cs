using System.ComponentModel;
using NetGen.Weights;

namespace NetGen;

/// <summary>
/// For generated code: what a trainer carries from step to step, on its way to a file or from one. Generated trainers name it, once for
/// both ways.
/// </summary>
/// <typeparam name="T">The element type of parameters, inputs and outputs.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TrainerState<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TensorStore<T> parameters;
    private readonly List<StorePart<T>> parts = [];

    internal TrainerState(TensorStore<T> parameters, Notes notes)
    {
        this.parameters = parameters;
        Notes = notes;
    }

    /// <summary>Whether values are being given back to the trainer.</summary>
    internal bool IsRestoring => Notes.IsRestoring;

    /// <summary>Where the values are.</summary>
    internal Notes Notes { get; }

    /// <summary>The buffers that have been named, as tensors of the network.</summary>
    internal IReadOnlyList<StorePart<T>> Parts => parts;

    /// <summary>Names a buffer of a value for each parameter.</summary>
    /// <param name="name">Its name, such as <c>mean</c>.</param>
    /// <param name="buffer">The values, laid out as the parameters are.</param>
    public void Buffer(string name, AlignedBuffer<T> buffer) => parts.Add(new($"optimizer.{name}.", parameters.Over(buffer)));

    /// <summary>Names a number.</summary>
    /// <param name="name">Its name, such as <c>beta1Power</c>.</param>
    /// <param name="value">The number, which is finite: read, or set.</param>
    /// <exception cref="InvalidDataException">The file lacks it, or has something else in its place.</exception>
    public void Value(string name, ref double value)
    {
        double read = Notes.Finite($"trainer.{name}", value);
        value = IsRestoring ? read : value;
    }

    /// <summary>Names a whole number.</summary>
    /// <param name="name">Its name, such as <c>stepCount</c>.</param>
    /// <param name="value">The number: read, or set.</param>
    /// <exception cref="InvalidDataException">The file lacks it, or has something else in its place.</exception>
    public void Value(string name, ref long value)
    {
        long read = Notes.Whole($"trainer.{name}", value);
        value = IsRestoring ? read : value;
    }
}
