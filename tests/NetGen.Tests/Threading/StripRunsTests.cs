using NetGen.Tests.Weights;
using NetGen.Threading;

namespace NetGen.Tests.Threading;

public sealed class StripRunsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(40)]
    public void RunsOfAllMembersCoverAMatrixOnceAndAreOfTheirOwnColumns(int members)
    {
        foreach (int columns in (int[])[65, 80, 128, 130, 300, 512])
        {
            const int Rows = 3;
            int[] columnAt = new int[Stripped.Length(Rows, columns)];
            Array.Fill(columnAt, -1);
            int[] places = Stripped.Places(Rows, columns);
            for (int i = 0; i < places.Length; i++)
            {
                columnAt[places[i]] = i % columns;
            }

            int[] visits = new int[columnAt.Length];
            for (int member = 0; member < members; member++)
            {
                var own = Own(columns, member, members);
                foreach (var run in new StripRuns(Rows, columns, own))
                {
                    (run.Count % 16).ShouldBe(0);
                    for (int place = run.First; place < run.End; place++)
                    {
                        visits[place]++;
                        (columnAt[place] < 0 || (columnAt[place] >= own.First && columnAt[place] < own.End)).ShouldBeTrue($"{columns} columns, {own}: {place}");
                    }
                }
            }

            visits.ShouldAllBe(count => count == 1);
        }
    }

    [Fact]
    public void AWholeStripIsOneRun()
    {
        Share[] runs = [.. All(new StripRuns(rows: 10, columns: 200, new Share(64, 136)))];
        runs.ShouldBe([new(640, 640), new(1280, 640), new(1920, 160)]);
    }

    [Fact]
    public void NothingIsGoneThroughWithoutColumns() => All(new StripRuns(rows: 10, columns: 200, new Share(200, 0))).ShouldBeEmpty();

    private static Share Own(int columns, int member, int members)
    {
        int blocks = (columns + 15) / 16;
        int first = blocks * member / members * 16, end = Math.Min(columns, blocks * (member + 1) / members * 16);
        return new Share(first, end - first);
    }

    private static List<Share> All(StripRuns runs)
    {
        var all = new List<Share>();
        foreach (var run in runs)
        {
            all.Add(run);
        }

        return all;
    }
}
