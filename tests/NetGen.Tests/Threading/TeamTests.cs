using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Tests.Threading;

public sealed class TeamTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void MembersDoTheirSharesAndWaitForEachOther(int members)
    {
        using var team = new TeamOwner(members);
        var work = new MeetingWork(size: 37, turns: 50);
        for (int run = 0; run < 20; run++)
        {
            team.Run(work);
        }

        work.Failures.ShouldBe(0);
        work.Sum.ShouldBe(37 * 50 * 20);
        work.Threads.OfType<Thread>().Distinct().Count().ShouldBe(members);
        work.Threads[0].ShouldBe(Thread.CurrentThread);
    }

    [Fact]
    public void MembersWakeWhenTheyHaveFallenAsleep()
    {
        using var team = new TeamOwner(3);
        var work = new MeetingWork(size: 8, turns: 2);
        for (int run = 0; run < 5; run++)
        {
            team.Run(work);
            Thread.Sleep(30);
        }

        work.Failures.ShouldBe(0);
        work.Sum.ShouldBe(8 * 2 * 5);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void WhatAMemberThrowsReachesTheCallerAndTheTeamGoesOn(int failing)
    {
        using var team = new TeamOwner(3);
        for (int run = 0; run < 10; run++)
        {
            Should.Throw<InvalidTimeZoneException>(() => team.Run(new MeetingWork(size: 9, turns: 3) { Fails = failing })).Message.ShouldBe("as asked");
            var work = new MeetingWork(size: 9, turns: 3);
            team.Run(work);
            work.Failures.ShouldBe(0);
            work.Sum.ShouldBe(27);
        }
    }

    /// <summary>What it owns, such as pinned inputs, is in use until all are done.</summary>
    [Fact]
    public void ACallerThatIsInterruptedWaitsForTheOthersAllTheSame()
    {
        using var team = new TeamOwner(3);
        var caller = Thread.CurrentThread;
        for (int run = 0; run < 5; run++)
        {
            var work = new SlowWork(caller);
            team.Run(work);
            work.Done.ShouldBe(3);
            Should.Throw<ThreadInterruptedException>(() => Thread.Sleep(TimeSpan.FromSeconds(10)));
        }
    }

    [Fact]
    public void NothingIsAllocatedByAnyMember()
    {
        using var team = new TeamOwner(3);
        var work = new MeetingWork(size: 9, turns: 3);
        var marks = Enumerable.Range(0, 3).Select(_ => new List<long>()).ToList();
        for (int run = 0; run < 200; run++)
        {
            team.Run(work);
        }

        for (int round = 0; round < 4; round++)
        {
            for (int run = 0; run < 100; run++)
            {
                team.Run(work);
            }

            for (int member = 0; member < marks.Count; member++)
            {
                marks[member].Add(work.Bytes[member]);
            }
        }

        marks.ShouldAllBe(own => Allocations.LeastBetween(own) == 0);
    }

    [Fact]
    public void ThreadsEndWhenTheOwnerIsDisposed()
    {
        var owner = new TeamOwner(3);
        Thread[] threads = ThreadsOf(owner);
        threads.ShouldAllBe(thread => thread.IsAlive);
        owner.Dispose();
        owner.Dispose();
        threads.ShouldAllBe(thread => thread.Join(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void ThreadsEndWhenNobodyHoldsTheOwner()
    {
        Thread[] threads = ThreadsOfADroppedTeam();
        for (int attempt = 0; attempt < 100 && threads.Any(thread => thread.IsAlive); attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Sleep(20);
        }

        threads.ShouldAllBe(thread => !thread.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
#pragma warning disable CA2000 // To be dropped is what it is for.
    private static Thread[] ThreadsOfADroppedTeam() => ThreadsOf(new TeamOwner(3));
#pragma warning restore CA2000

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Thread[] ThreadsOf(TeamOwner owner)
    {
        var work = new MeetingWork(size: 3, turns: 1);
        owner.Run(work);
        return [.. work.Threads.OfType<Thread>().Where(thread => thread != Thread.CurrentThread)];
    }

    /// <summary>The members that are not the caller interrupt it while it waits for them, asleep.</summary>
    private sealed class SlowWork(Thread caller) : ITeamWork
    {
        private int done;

        public int Done => done;

        public void Run(Member member)
        {
            if (!member.IsFirst)
            {
                Thread.Sleep(30);
                caller.Interrupt();
                Thread.Sleep(30);
            }

            member.Wait();
            Interlocked.Increment(ref done);
        }
    }
}
