namespace NetGen;

/// <summary>For how many readings each unit of a layer has given nothing but 0.</summary>
internal sealed class SilentUnits(int units)
{
    private readonly bool[] isActive = new bool[units];
    private readonly int[] silentFor = new int[units];
    private int readings;

    /// <summary>Those of a layer that can fall silent; null for another.</summary>
    public static SilentUnits? Of(LayerDescription layer) =>
        layer.Op is "Relu" or "HardSwish" or "Activation" ? new SilentUnits(layer.Shape[^1]) : null;

    /// <summary>Starts a reading.</summary>
    public void Begin() => Array.Clear(isActive);

    /// <summary>Takes the outputs of all units for one sample, or one row of it.</summary>
    public void Add<T>(ReadOnlySpan<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int unit = 0; unit < row.Length; unit++)
        {
            isActive[unit] |= row[unit] != T.Zero;
        }
    }

    /// <summary>Ends the reading.</summary>
    /// <param name="window">For how many readings a unit must be silent to be dead; while there are fewer, for all of them.</param>
    /// <returns>The share of dead units.</returns>
    public double End(int window)
    {
        readings++;
        int dead = 0;
        for (int unit = 0; unit < silentFor.Length; unit++)
        {
            silentFor[unit] = isActive[unit] ? 0 : silentFor[unit] + 1;
            dead += silentFor[unit] >= Math.Min(window, readings) ? 1 : 0;
        }

        return (double)dead / silentFor.Length;
    }
}
