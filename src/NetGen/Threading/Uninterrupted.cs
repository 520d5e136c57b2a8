namespace NetGen.Threading;

/// <summary>
/// Locks and waits that <see cref="Thread.Interrupt"/> does not break off: where other threads work on what the caller owns, it must not
/// go on before they have. The interruption is put off to where the thread next blocks.
/// </summary>
internal static class Uninterrupted
{
    /// <summary>Does something that locks or waits, from its beginning again after each interruption.</summary>
    public static void Do<TState>(TState state, Action<TState> act)
    {
        bool isInterrupted = false;
        while (!TryDo(state, act))
        {
            isInterrupted = true;
        }

        if (isInterrupted)
        {
            Thread.CurrentThread.Interrupt();
        }
    }

    private static bool TryDo<TState>(TState state, Action<TState> act)
    {
        try
        {
            act(state);
            return true;
        }
        catch (ThreadInterruptedException)
        {
            return false;
        }
    }
}
