namespace NetGen.Kernels;

/// <summary>The sums of up to eight vectors of columns, <c>a</c> to <c>h</c>, which kernels of one row keep in registers.</summary>
internal static class RowSums<T, V, TVectors>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ILanes<T, V>
    where TVectors : struct, IConstant
{
    /// <summary>What the sums start from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(ref T starts, scoped ref V a, scoped ref V b, scoped ref V c, scoped ref V d, scoped ref V e, scoped ref V f, scoped ref V g, scoped ref V h)
    {
        a = V.Load(ref starts, 0);
        if (TVectors.Value > 1)
            b = V.Load(ref starts, V.Count);
        if (TVectors.Value > 2)
            c = V.Load(ref starts, 2 * V.Count);
        if (TVectors.Value > 3)
            d = V.Load(ref starts, 3 * V.Count);
        if (TVectors.Value > 4)
            e = V.Load(ref starts, 4 * V.Count);
        if (TVectors.Value > 5)
            f = V.Load(ref starts, 5 * V.Count);
        if (TVectors.Value > 6)
            g = V.Load(ref starts, 6 * V.Count);
        if (TVectors.Value > 7)
            h = V.Load(ref starts, 7 * V.Count);
    }

    /// <summary>Adds the products of a value and a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(V x, ref T row, scoped ref V a, scoped ref V b, scoped ref V c, scoped ref V d, scoped ref V e, scoped ref V f, scoped ref V g, scoped ref V h)
    {
        V.Accumulate(ref a, x, ref row, 0);
        if (TVectors.Value > 1)
            V.Accumulate(ref b, x, ref row, V.Count);
        if (TVectors.Value > 2)
            V.Accumulate(ref c, x, ref row, 2 * V.Count);
        if (TVectors.Value > 3)
            V.Accumulate(ref d, x, ref row, 3 * V.Count);
        if (TVectors.Value > 4)
            V.Accumulate(ref e, x, ref row, 4 * V.Count);
        if (TVectors.Value > 5)
            V.Accumulate(ref f, x, ref row, 5 * V.Count);
        if (TVectors.Value > 6)
            V.Accumulate(ref g, x, ref row, 6 * V.Count);
        if (TVectors.Value > 7)
            V.Accumulate(ref h, x, ref row, 7 * V.Count);
    }

    /// <summary>Writes the sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref T results, V a, V b, V c, V d, V e, V f, V g, V h)
    {
        V.Store(a, ref results, 0);
        if (TVectors.Value > 1)
            V.Store(b, ref results, V.Count);
        if (TVectors.Value > 2)
            V.Store(c, ref results, 2 * V.Count);
        if (TVectors.Value > 3)
            V.Store(d, ref results, 3 * V.Count);
        if (TVectors.Value > 4)
            V.Store(e, ref results, 4 * V.Count);
        if (TVectors.Value > 5)
            V.Store(f, ref results, 5 * V.Count);
        if (TVectors.Value > 6)
            V.Store(g, ref results, 6 * V.Count);
        if (TVectors.Value > 7)
            V.Store(h, ref results, 7 * V.Count);
    }
}
