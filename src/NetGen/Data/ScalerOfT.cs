namespace NetGen;

/// <summary>A scale for each column: <c>y = (x − shift) · scale</c>. <see cref="Scaler"/> learns one.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class Scaler<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const string LayerOp = "InputScaling";
    private readonly T[] shift;
    private readonly T[] scale;

    /// <summary>Takes known scales.</summary>
    /// <param name="shift">What is taken from each column, [columns].</param>
    /// <param name="scale">What each column is then multiplied by, [columns]; not 0.</param>
    /// <exception cref="ArgumentException">There are none, their numbers differ, or one is not finite or a scale 0.</exception>
    public Scaler(ReadOnlySpan<T> shift, ReadOnlySpan<T> scale)
    {
        if (shift.IsEmpty || shift.Length != scale.Length)
        {
            throw new ArgumentException($"Expected one shift and one scale for each column, but got {shift.Length} and {scale.Length}.");
        }

        this.shift = shift.ToArray();
        this.scale = scale.ToArray();
        if (!Array.TrueForAll(this.shift, T.IsFinite) || !Array.TrueForAll(this.scale, element => T.IsFinite(element) && element != T.Zero))
        {
            throw new ArgumentException("Expected finite shifts, and finite scales other than 0.");
        }
    }

    /// <summary>The number of columns.</summary>
    public int Count => shift.Length;

    /// <summary>What is taken from each column, [columns].</summary>
    public ReadOnlySpan<T> Shift => shift;

    /// <summary>What each column is then multiplied by, [columns].</summary>
    public ReadOnlySpan<T> Scale => scale;

    /// <summary>The samples with scaled inputs, copied; labels and targets stay as they are.</summary>
    /// <param name="data">Samples of as many inputs as there are columns.</param>
    /// <exception cref="ArgumentException">They have another number.</exception>
    public Dataset<T> Apply(Dataset<T> data)
    {
        RequireColumns(data.InputSize, "inputs");
        var scaled = new T[data.Inputs.Length];
        Apply(data.Inputs, scaled);
        return data.WithInputs(scaled);
    }

    /// <summary>The samples with scaled targets, copied; inputs stay as they are.</summary>
    /// <param name="data">Samples of as many target values as there are columns.</param>
    /// <exception cref="ArgumentException">They have another number, or labels.</exception>
    public Dataset<T> ApplyToTargets(Dataset<T> data)
    {
        RequireColumns(data.TargetSize, "target values");
        var scaled = new T[data.Targets.Length];
        Apply(data.Targets, scaled);
        return data.WithTargets(scaled, data.TargetSize, data.TargetNames);
    }

    /// <summary>Scales rows of columns: <c>y = (x − shift) · scale</c>. Nothing is allocated.</summary>
    /// <param name="rows">[rows, columns].</param>
    /// <param name="destination">Takes as many elements; it may be the same memory.</param>
    /// <exception cref="ArgumentException">The length is not a whole number of rows, or the two differ.</exception>
    public void Apply(ReadOnlySpan<T> rows, Span<T> destination)
    {
        RequireRows(rows.Length, destination.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            int column = i % shift.Length;
            destination[i] = (rows[i] - shift[column]) * scale[column];
        }
    }

    /// <summary>Takes rows back to where they came from: <c>x = y / scale + shift</c>. Nothing is allocated.</summary>
    /// <param name="rows">[rows, columns], such as a network's outputs.</param>
    /// <param name="destination">Takes as many elements; it may be the same memory.</param>
    /// <exception cref="ArgumentException">The length is not a whole number of rows, or the two differ.</exception>
    public void Invert(ReadOnlySpan<T> rows, Span<T> destination)
    {
        RequireRows(rows.Length, destination.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            int column = i % shift.Length;
            destination[i] = rows[i] / scale[column] + shift[column];
        }
    }

    /// <summary>
    /// Stores the scales in the network's <c>InputScaling</c> layer: it then takes raw inputs, in training and in prediction, and
    /// saves them with its weights.
    /// </summary>
    /// <param name="network">A network that begins with <c>[InputScaling]</c>.</param>
    /// <exception cref="ArgumentException">It has no such layer, or several, or one of another size; nothing has changed.</exception>
    public void StoreIn(INetwork<T> network)
    {
        ArgumentNullException.ThrowIfNull(network);
        string[] layers = [.. network.Description.Layers.Where(layer => layer.Op == LayerOp).Select(layer => layer.Name)];
        if (layers is not [string layer])
        {
            string got = layers.Length == 0 ? $"has none: declare [{LayerOp}] after its input" : $"has {string.Join(", ", layers)}";
            throw new ArgumentException($"Expected a network of one {LayerOp} layer to store scales in, but {network.Description.Name} {got}.", nameof(network));
        }

        RequireLength(network, $"{layer}.shift");
        RequireLength(network, $"{layer}.scale");
        network.Parameters.Write($"{layer}.shift", shift);
        network.Parameters.Write($"{layer}.scale", scale);
    }

    private void RequireLength(INetwork<T> network, string name)
    {
        var tensor = network.Parameters.Tensors.FirstOrDefault(tensor => tensor.Name == name)
            ?? throw new ArgumentException($"{network.Description.Name} has no tensor '{name}'.", nameof(network));
        if (tensor.Length != shift.Length)
        {
            throw new ArgumentException($"Expected scales of {tensor.Length} columns for '{name}' of {network.Description.Name}, but these are of {shift.Length}.", nameof(network));
        }
    }

    private void RequireColumns(int columns, string what)
    {
        if (columns != shift.Length)
        {
            throw new ArgumentException($"Expected samples of {shift.Length} {what}, as the scales were learned from, but they have {columns}.");
        }
    }

    private void RequireRows(int length, int room)
    {
        if (length % shift.Length != 0 || room != length)
        {
            throw new ArgumentException($"Expected rows of {shift.Length} columns and room for as many, but got {length} elements and room for {room}.");
        }
    }
}
