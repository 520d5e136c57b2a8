namespace NetGen.Threading;

/// <summary>Holds a team and ends its threads: when disposed, or when nobody holds the owner any more.</summary>
internal sealed class TeamOwner : IDisposable
{
    private readonly Team team;
    private int isDisposed;

    /// <summary>Starts the threads of a team.</summary>
    /// <param name="members">How many work together, the calling thread included; at least 2.</param>
    public TeamOwner(int members)
    {
        team = new Team(members);
    }

    /// <inheritdoc/>
    ~TeamOwner() => End();

    /// <inheritdoc cref="Team.Members"/>
    public int Members => team.Members;

    /// <inheritdoc cref="Team.Run"/>
    public void Run(ITeamWork work)
    {
        team.Run(work);
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        GC.SuppressFinalize(this);
    }

    private void End()
    {
        if (Interlocked.Exchange(ref isDisposed, 1) == 0)
        {
            team.Stop();
        }
    }
}
