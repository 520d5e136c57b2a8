namespace NetGen.Testing;

/// <summary>Asserts that code allocates nothing on the managed heap.</summary>
public static class Allocations
{
    private const int WarmCalls = 50;
    private const int MeasuredCalls = 100;
    private const int Rounds = 3;

    /// <summary>
    /// Fails if calls allocate on this thread. Other threads are left out: the runtime recompiles hot methods on one of its own.
    /// One round of three without allocations suffices: a collection that another test sets off counts the rest of this thread's
    /// share of the heap as taken, and now and then the runtime's pool takes memory for another thread on the caller's.
    /// </summary>
    /// <param name="warm">Run once, before anything is measured: what may allocate, such as taking a trainer's memory.</param>
    /// <param name="measured">Each is run many times to warm up, then many times between two readings.</param>
    /// <exception cref="AssertionFailedException">One of them allocated; the message says which, and how much a call.</exception>
    public static void ShouldBeNone(Action warm, params Action[] measured)
    {
        if (measured.Length == 0)
        {
            throw new ArgumentException("The first action only warms up; there is none to measure.", nameof(measured));
        }

        warm();
        for (int index = 0; index < measured.Length; index++)
        {
            long bytes = Measure(measured[index]);
            for (int round = 1; round < Rounds && bytes != 0; round++)
            {
                bytes = Measure(measured[index]);
            }

            if (bytes != 0)
            {
                throw new AssertionFailedException(
                    $"Expected no allocation, but action {index} ({measured[index].Method.Name}) took {bytes} bytes in {MeasuredCalls} calls.");
            }
        }
    }

    /// <summary>
    /// The least that was taken between two neighbouring marks, each the bytes that a thread or all of them had taken by then. What is
    /// repeated between them takes no less each time; what others do adds to some: see <see cref="ShouldBeNone"/>.
    /// </summary>
    /// <param name="marks">Two or more.</param>
    public static long LeastBetween(IReadOnlyList<long> marks) => marks.Zip(marks.Skip(1), (before, after) => after - before).Min();

    private static long Measure(Action action)
    {
        Repeat(action, WarmCalls);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(action, MeasuredCalls);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Repeat(Action action, int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            action();
        }
    }
}
