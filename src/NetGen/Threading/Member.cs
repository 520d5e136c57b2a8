namespace NetGen.Threading;

/// <summary>One of the threads that work on the same pass, as the pass sees it. The default value works alone.</summary>
public readonly struct Member
{
    private readonly Team? team;
    private readonly int index;

    internal Member(Team team, int index)
    {
        this.team = team;
        this.index = index;
    }

    /// <summary>Whether this member does what only one may do. There is one such member in every team.</summary>
    public bool IsFirst => index == 0;

    /// <summary>
    /// The run of <paramref name="count"/> things that is this member's own: all of them where it works alone. The members' shares
    /// join without gaps and without overlap, and differ by at most one block.
    /// </summary>
    /// <param name="count">The number of things to share out, at least 0.</param>
    /// <param name="block">Things that stay together, at least 1: every share starts at a multiple of it.</param>
    public Share Share(int count, int block = 1)
    {
        if (team is null)
        {
            return new Share(0, count);
        }

        int blocks = (count + block - 1) / block;
        int first = Start(blocks, index, team.Members) * block;
        int end = Math.Min(count, Start(blocks, index + 1, team.Members) * block);
        return new Share(first, Math.Max(0, end - first));
    }

    /// <summary>Waits until all members have come here: what each has written before, all can read afterwards.</summary>
    public void Wait() => team?.Meet();

    private static int Start(int blocks, int index, int members) => (int)((long)blocks * index / members);
}
