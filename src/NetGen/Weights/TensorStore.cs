namespace NetGen.Weights;

/// <summary>
/// Named tensors in one buffer. They go in and out in PyTorch's names and row-major layout, whatever the layout inside.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class TensorStore<T>
    where T : unmanaged
{
    private readonly TensorLayout[] layouts;
    private readonly Dictionary<string, TensorLayout> byName;

    /// <summary>Takes zeroed memory for tensors of the given layouts.</summary>
    /// <param name="length">The number of elements of the buffer, padding included.</param>
    /// <param name="layouts">The tensors, in order.</param>
    /// <exception cref="ArgumentException">Two have one name, or one does not lie within the buffer.</exception>
    public TensorStore(int length, params TensorLayout[] layouts)
        : this(new AlignedBuffer<T>(length), layouts)
    {
    }

    private TensorStore(AlignedBuffer<T> buffer, TensorLayout[] layouts)
    {
        foreach (var layout in layouts)
        {
            layout.RequireWithin(buffer.Length);
        }

        this.layouts = layouts;
        byName = layouts.ToDictionary(layout => layout.Tensor.Name);
        Tensors = Array.ConvertAll(layouts, layout => layout.Tensor);
        Buffer = buffer;
    }

    /// <summary>The tensors, in order.</summary>
    public IReadOnlyList<TensorDescription> Tensors { get; }

    /// <summary>The memory, in the layout that the kernels want.</summary>
    public AlignedBuffer<T> Buffer { get; }

    /// <summary>Where each tensor stands.</summary>
    internal ReadOnlySpan<TensorLayout> Layouts => layouts;

    /// <summary>A store of the same tensors in memory of its own, all zero.</summary>
    public TensorStore<T> CreateSimilar() => new(Buffer.Length, layouts);

    /// <summary>The tensors that lie within a buffer of their own, such as an optimizer's.</summary>
    internal TensorStore<T> Over(AlignedBuffer<T> buffer) => new(buffer, Array.FindAll(layouts, layout => layout.Last < buffer.Length));

    /// <summary>A store for the gradients of what is learned, all zero: the same places, without the tensors that are not learned.</summary>
    public TensorStore<T> CreateForGradients()
    {
        var learned = Array.FindAll(layouts, layout => layout.Tensor.Learned);

        // What is not learned stands behind the rest.
        int end = layouts.Where(layout => !layout.Tensor.Learned).Select(layout => layout.Offset).DefaultIfEmpty(Buffer.Length).Min();
        return new(end, learned);
    }

    /// <summary>Reads a tensor.</summary>
    /// <param name="name">Its name, such as <c>dense1.weight</c>.</param>
    /// <param name="destination">Takes its elements in row-major order; of exactly its length.</param>
    /// <exception cref="ArgumentException">There is no such tensor, or the length differs.</exception>
    public void Read(string name, Span<T> destination)
    {
        var layout = Find(name, destination.Length);
        ReadOnlySpan<T> memory = Buffer.Span;
        int length = layout.RowLength;
        for (int row = 0; row * length < destination.Length; row++)
        {
            var (place, stride) = layout.PlacesOfRow(row);
            for (int column = 0; column < length; column++)
            {
                destination[row * length + column] = memory[place + column * stride];
            }
        }
    }

    /// <summary>Writes a tensor.</summary>
    /// <param name="name">Its name, such as <c>dense1.weight</c>.</param>
    /// <param name="source">Its elements in row-major order; of exactly its length.</param>
    /// <exception cref="ArgumentException">There is no such tensor, or the length differs; nothing has changed.</exception>
    public void Write(string name, ReadOnlySpan<T> source)
    {
        var layout = Find(name, source.Length);
        Span<T> memory = Buffer.Span;
        int length = layout.RowLength;
        for (int row = 0; row * length < source.Length; row++)
        {
            var (place, stride) = layout.PlacesOfRow(row);
            for (int column = 0; column < length; column++)
            {
                memory[place + column * stride] = source[row * length + column];
            }
        }
    }

    /// <summary>A tensor's elements in row-major order, in a new array.</summary>
    /// <param name="name">Its name, such as <c>dense1.weight</c>.</param>
    /// <exception cref="ArgumentException">There is no such tensor.</exception>
    public T[] ToArray(string name)
    {
        var elements = new T[Find(name).Tensor.Length];
        Read(name, elements);
        return elements;
    }

    /// <summary>Copies every tensor from a store of the same layout.</summary>
    /// <param name="source">The other store.</param>
    /// <exception cref="ArgumentException">The stores differ in a tensor's name, shape or place; nothing has changed.</exception>
    public void CopyFrom(TensorStore<T> source)
    {
        if (source.Buffer.Length != Buffer.Length || source.layouts.Length != layouts.Length)
        {
            throw new ArgumentException(
                $"Expected a store of {layouts.Length} tensors in {Buffer.Length} elements, but got {source.layouts.Length} in {source.Buffer.Length}.",
                nameof(source));
        }

        for (int i = 0; i < layouts.Length; i++)
        {
            if (!ReferenceEquals(layouts[i], source.layouts[i]) && !layouts[i].Matches(source.layouts[i]))
            {
                throw new ArgumentException($"Expected {Show(layouts[i])}, but got {Show(source.layouts[i])}.", nameof(source));
            }
        }

        source.Buffer.Span.CopyTo(Buffer.Span);
    }

    private TensorLayout Find(string name, int length)
    {
        var layout = Find(name);
        return layout.Tensor.Length == length
            ? layout
            : throw new ArgumentException(
                $"'{name}' is [{string.Join(", ", layout.Tensor.Shape)}], {layout.Tensor.Length} elements, but got {length}.");
    }

    private TensorLayout Find(string name) =>
        byName.TryGetValue(name, out var layout)
            ? layout
            : throw new ArgumentException($"There is no tensor '{name}'; there are {string.Join(", ", byName.Keys)}.", nameof(name));

    private static string Show(TensorLayout layout) =>
        $"'{layout.Tensor.Name}' [{string.Join(", ", layout.Tensor.Shape)}] at {layout.Offset} with strides [{string.Join(", ", layout.Strides)}]{(layout.InStrips ? " in strips" : "")}";
}
