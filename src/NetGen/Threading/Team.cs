using System.Runtime.ExceptionServices;

namespace NetGen.Threading;

/// <summary>
/// The calling thread and a few threads that live as long as their owner; all of them work on the same thing at the same time.
/// Nothing is allocated by a run. Whoever owns a team holds a <see cref="TeamOwner"/>: the threads hold the team itself.
/// </summary>
internal sealed class Team
{
    private readonly Rendezvous turns;
    private readonly Rendezvous steps;
    private ITeamWork? work;
    private ExceptionDispatchInfo? failure;
    private volatile bool isStopping;

    /// <summary>Starts the threads.</summary>
    /// <param name="members">How many work together, the calling thread included; at least 2.</param>
    public Team(int members)
    {
        Members = members;
        turns = new Rendezvous(members);
        steps = new Rendezvous(members);
        for (int index = 1; index < members; index++)
        {
            int own = index;
            new Thread(() => Serve(own)) { IsBackground = true, Name = $"NetGen worker {index}" }.Start();
        }
    }

    /// <summary>The number of threads, the calling one included.</summary>
    public int Members { get; }

    /// <summary>Has every member do its share, and returns when all are done. Only one thread may call it at a time.</summary>
    public void Run(ITeamWork shared)
    {
        work = shared;
        turns.Meet();
        RunOwn(0);
        turns.Meet();
        work = null;
        if (failure is { } first)
        {
            failure = null;
            steps.Mend();
            first.Throw();
        }
    }

    /// <summary>Waits until all members have come here.</summary>
    public void Meet()
    {
        steps.Meet();
        if (failure is not null)
        {
            throw new OperationCanceledException("Another thread of the team has failed.");
        }
    }

    /// <summary>Lets the threads end, without waiting for it; nothing can be run afterwards. Only once.</summary>
    public void Stop()
    {
        isStopping = true;
        turns.Arrive();
    }

    private void Serve(int index)
    {
        while (true)
        {
            turns.Meet();
            if (isStopping)
            {
                return;
            }

            RunOwn(index);
            turns.Meet();
        }
    }

    /// <summary>On its own, so that a thread that waits for the next run holds on to nothing of the last.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunOwn(int index)
    {
        try
        {
            work!.Run(new Member(this, index));
        }
#pragma warning disable CA1031 // The caller of Run gets it, whatever it is; a thread that ended here would have the others wait forever.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            steps.Break();
        }
    }
}
