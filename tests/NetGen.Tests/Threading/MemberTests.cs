using NetGen.Threading;

namespace NetGen.Tests.Threading;

public sealed class MemberTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(2, 16)]
    [InlineData(7, 16)]
    public void SharesJoinWithoutGaps(int members, int block)
    {
        for (int count = 0; count < 200; count++)
        {
            var shares = Shares(members, count, block);
            int next = 0;
            foreach (var share in shares.Where(share => share.Count > 0))
            {
                share.First.ShouldBe(next);
                (share.First % block).ShouldBe(0);
                next += share.Count;
            }

            next.ShouldBe(count);
            shares.Max(share => share.Count).ShouldBeLessThanOrEqualTo(shares.Min(share => share.Count) + (2 * block) - 1);
        }
    }

    [Fact]
    public void OneAloneHasAll()
    {
        Member alone = default;
        alone.IsFirst.ShouldBeTrue();
        alone.Share(100, 16).ShouldBe(new Share(0, 100));
        alone.Wait();
    }

    private static Share[] Shares(int members, int count, int block)
    {
        if (members == 1)
        {
            return [default(Member).Share(count, block)];
        }

        var team = new Team(members);
        Share[] shares = [.. Enumerable.Range(0, members).Select(index => new Member(team, index).Share(count, block))];
        team.Stop();
        return shares;
    }
}
