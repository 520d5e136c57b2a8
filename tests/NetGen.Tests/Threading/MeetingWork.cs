using NetGen.Threading;

namespace NetGen.Tests.Threading;

/// <summary>Members add to shares of a sum in turns, and check in between that all others have done theirs.</summary>
internal sealed class MeetingWork(int size, int turns) : ITeamWork
{
    private readonly long[] values = new long[size];
    private readonly long[] bytes = new long[64];
    private int failures;

    /// <summary>The threads that have taken part, by member.</summary>
    public Thread?[] Threads { get; } = new Thread?[64];

    /// <summary>How often a member saw that another had not done its share.</summary>
    public int Failures => failures;

    /// <summary>Bytes that each member's thread has taken up to its last run.</summary>
    public IReadOnlyList<long> Bytes => bytes;

    /// <summary>The member that throws in its second turn; none below 0.</summary>
    public int Fails { get; set; } = -1;

    public long Sum => values.Sum();

    public void Run(Member member)
    {
        var own = member.Share(size);
        int index = member.IsFirst ? 0 : NumberOf(Thread.CurrentThread.Name);
        long before = values[0];
        member.Wait();
        for (int turn = 1; turn <= turns; turn++)
        {
            if (index == Fails && turn == 2)
            {
                throw new InvalidTimeZoneException("as asked");
            }

            for (int i = own.First; i < own.First + own.Count; i++)
            {
                values[i]++;
            }

            member.Wait();
            if (values.AsSpan().ContainsAnyExcept(before + turn))
            {
                Interlocked.Increment(ref failures);
            }

            member.Wait();
        }

        Threads[index] = Thread.CurrentThread;
        bytes[index] = GC.GetAllocatedBytesForCurrentThread();
    }

    /// <summary>The number at the end of a name; nothing is allocated for it.</summary>
    private static int NumberOf(ReadOnlySpan<char> name) =>
        int.Parse(name[(name.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
}
