namespace NetGen.Threading;

/// <summary>
/// Where threads wait for each other, over and over: none goes on before all have come. Nothing is allocated. Those who wait spin,
/// then let others have the core, then sleep, <see cref="Uninterrupted"/>.
/// </summary>
/// <remarks>
/// Within a step the others are a few microseconds away, while to fall asleep and be woken takes 10 to 50: so a thread sleeps only
/// when it has waited about as long as that costs, which is between steps.
/// </remarks>
internal sealed class Rendezvous
{
    private const int Spins = 300;
    private const int Yields = 100;
    private readonly object bed = new();
    private readonly int members;
    private int missing;
    private int sleepers;
    private int round;
    private volatile bool isBroken;

    /// <summary>Prepares the first round.</summary>
    /// <param name="members">How many threads meet.</param>
    public Rendezvous(int members)
    {
        this.members = members;
        missing = members;
    }

    /// <summary>Waits until as many threads as there are members have come, or it is broken.</summary>
    public void Meet()
    {
        // In this order: a break after the first line ends the round that is waited for.
        int current = Volatile.Read(ref round);
        if (!isBroken && !Arrive())
        {
            Await(current);
        }
    }

    /// <summary>Counts as having come, and does not wait.</summary>
    /// <returns>Whether this was the last one missing, so that all others go on.</returns>
    public bool Arrive()
    {
        if (Interlocked.Decrement(ref missing) > 0)
        {
            return false;
        }

        Volatile.Write(ref missing, members);
        EndRound();
        return true;
    }

    /// <summary>Lets all go on who wait, and nobody wait from now on.</summary>
    public void Break()
    {
        isBroken = true;
        EndRound();
    }

    /// <summary>Makes it as new; only while nobody meets.</summary>
    public void Mend()
    {
        missing = members;
        isBroken = false;
    }

    /// <summary>Whoever falls asleep counts itself before it looks at the round once more, so that one of the two sees the other.</summary>
    private void EndRound()
    {
        Interlocked.Increment(ref round);
        if (Volatile.Read(ref sleepers) > 0)
        {
            Uninterrupted.Do(this, static self => self.WakeAll());
        }
    }

    private void Await(int current)
    {
        for (int look = 0; look < Spins + Yields; look++)
        {
            if (Volatile.Read(ref round) != current)
            {
                return;
            }

            if (look < Spins)
            {
                Thread.SpinWait(1);
            }
            else
            {
                Thread.Yield();
            }
        }

        Uninterrupted.Do((Self: this, Round: current), static wait => wait.Self.Sleep(wait.Round));
    }

    private void WakeAll()
    {
        lock (bed)
        {
            System.Threading.Monitor.PulseAll(bed);
        }
    }

    private void Sleep(int current)
    {
        lock (bed)
        {
            Interlocked.Increment(ref sleepers);
            try
            {
                while (Volatile.Read(ref round) == current)
                {
                    System.Threading.Monitor.Wait(bed);
                }
            }
            finally
            {
                Interlocked.Decrement(ref sleepers);
            }
        }
    }
}
