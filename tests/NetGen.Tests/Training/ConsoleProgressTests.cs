namespace NetGen.Tests.Training;

public sealed class ConsoleProgressTests : IDisposable
{
    private readonly StringWriter text = new();
    private readonly Clock clock = new();

    public void Dispose() => text.Dispose();

    [Fact]
    public void A_line_is_written_over()
    {
        var progress = new ConsoleProgress(text, () => 200, clock);
        progress.OnStep(At(1, 1, 0.5));
        clock.Advance(1);
        progress.OnStep(At(1, 2, 0.25));
        string[] shown = text.ToString().Split('\r');

        shown[0].ShouldBe("");
        shown[1].ShouldBe("epoch 1/3, step 1/4, loss 0.5, 0 samples/s");
        shown[2].ShouldBe("epoch 1/3, step 2/4, loss 0.25, 32 samples/s, 0:10 left");
        progress.OnEnd();
        text.ToString().ShouldEndWith("left\n");
    }

    [Fact]
    public void Steps_within_a_pause_are_not_shown_but_for_the_last()
    {
        var progress = new ConsoleProgress(text, () => 200, clock);
        for (int step = 1; step <= 4; step++)
        {
            progress.OnStep(At(3, step, step));
            clock.Advance(0.03);
        }

        text.ToString().Split('\r').Length.ShouldBe(2);
        progress.OnEpoch(new EpochResult(3, 1, null, 0.125, null, 0.1, TimeSpan.Zero), 3);
        progress.OnEnd();
        text.ToString().ShouldContain("\repoch 3/3, step 4/4, loss 4, validation loss 0.125, 1067 samples/s, 0:00 left");
        text.ToString().Count(character => character == '\n').ShouldBe(1);
    }

    [Fact]
    public void A_second_training_begins_without_the_epochs_of_the_first()
    {
        var progress = new ConsoleProgress(text, () => 200, clock);
        progress.OnStep(At(3, 4, 0.5));
        progress.OnEpoch(new EpochResult(3, 1, null, 0.125, null, 0.1, TimeSpan.Zero), 3);
        progress.OnEnd();
        progress.OnStep(At(1, 1, 0.5));

        text.ToString().Split('\r')[^1].ShouldBe("epoch 1/3, step 1/4, loss 0.5, 0 samples/s");
    }

    [Fact]
    public void A_line_of_80_columns_has_the_rate_and_the_time_left()
    {
        var progress = new ConsoleProgress(text, () => 80, clock);
        progress.OnEpoch(new EpochResult(2, 1, null, 0.2509, null, 0.1, TimeSpan.Zero), 40);
        progress.OnStep(new(3, 40, 12, 45, 0, 0.2185, 0.1));
        clock.Advance(1);
        progress.OnStep(new(3, 40, 12, 45, 12345, 0.2185, 0.1));
        progress.OnStep(new(3, 400, 12, 450, 12345, 0.00021853, 0.1));
        progress.OnEnd();

        string[] shown = text.ToString().TrimEnd().Split('\r');
        shown[^2].ShouldBe("epoch 3/40, step 12/45, loss 0.2185, validation 0.2509, 12345/s, 28:18 left");
        shown[^1].TrimEnd().ShouldBe("epoch 3/400, step 12/450, loss 0.0002185, 24690 samples/s, 24:52:24 left");
        shown.ShouldAllBe(line => line.Length < 80);
    }

    [Theory]
    [InlineData(200, "epoch 1/3, step 2/4, loss 0.5, 32 samples/s, 0:10 left")]
    [InlineData(50, "epoch 1/3, step 2/4, loss 0.5, 32/s, 0:10 left")]
    [InlineData(46, "epoch 1/3, loss 0.5, 32 samples/s, 0:10 left")]
    [InlineData(44, "epoch 1/3, loss 0.5, 0:10 left")]
    [InlineData(30, "epoch 1/3, loss 0.5")]
    [InlineData(20, "epoch 1/3, loss 0.5")]
    public void Parts_go_whole_where_there_is_no_room(int width, string expected)
    {
        var progress = new ConsoleProgress(text, () => width, clock);
        progress.OnStep(At(1, 1, 0.5));
        clock.Advance(1);
        progress.OnStep(At(1, 2, 0.5));
        text.ToString().Split('\r')[^1].TrimEnd().ShouldBe(expected);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(19)]
    public void A_terminal_with_next_to_no_columns_has_plain_lines(int columns)
    {
        int width = columns;
        var progress = new ConsoleProgress(text, () => width, clock);
        var epoch = new EpochResult(1, 0.5, null, null, null, 0.1, TimeSpan.FromSeconds(2));
        progress.OnStep(At(1, 1, 0.5));
        progress.OnEpoch(epoch, 3);
        progress.OnEnd();
        text.ToString().ShouldBe($"{epoch}\n");

        width = 80;
        progress.OnStep(At(1, 1, 0.5));
        width = columns;
        progress.OnEpoch(epoch, 3);
        progress.OnEnd();
        text.ToString().ShouldBe($"{epoch}\n\repoch 1/3, step 1/4, loss 0.5, 0 samples/s\n{epoch}\n");
    }

    [Fact]
    public void A_shorter_line_blanks_the_rest()
    {
        int width = 30;
        var progress = new ConsoleProgress(text, () => width, clock);
        progress.OnStep(At(1, 1, 0.5));
        width = 200;
        clock.Advance(100_000);
        progress.OnStep(At(1, 3, 0.123456789));
        string longer = text.ToString().Split('\r')[^1];
        longer.ShouldEndWith("250:00:00 left");
        clock.Advance(1);
        progress.OnStep(At(3, 4, 1));
        string last = text.ToString().Split('\r')[^1];
        last.Length.ShouldBe(longer.Length);
        last.ShouldEndWith("0:00 left" + new string(' ', longer.Length - last.TrimEnd().Length));
    }

    [Fact]
    public void More_time_than_there_is_a_span_for_is_not_shown()
    {
        var progress = new ConsoleProgress(text, () => 200, clock);
        progress.OnStep(new(1, int.MaxValue, 1, 4, 32, 0.5, 0.1));
        clock.Advance(1000);
        progress.OnStep(new(1, int.MaxValue, 2, 4, 32, 0.5, 0.1));
        text.ToString().Split('\r')[^1].TrimEnd().ShouldBe("epoch 1/2147483647, step 2/4, loss 0.5, 0 samples/s");
    }

    [Fact]
    public void Redirected_output_has_plain_lines()
    {
        var progress = new ConsoleProgress(text, width: null, clock);
        progress.OnStep(At(1, 1, 0.5));
        var epoch = new EpochResult(1, 0.5, null, null, null, 0.1, TimeSpan.FromSeconds(2));
        progress.OnEpoch(epoch, 3);
        progress.OnEnd();

        text.ToString().ShouldBe($"{epoch}\n");
    }

    [Fact]
    public void Any_culture_gives_the_same_text()
    {
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("de-DE");
            new ConsoleProgress(text, () => 200, clock).OnStep(At(1, 1, 0.5));
            text.ToString().ShouldContain("loss 0.5,");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    private static TrainingProgress At(int epoch, int batch, double loss) => new(epoch, 3, batch, 4, 32, loss, 0.1);

    private sealed class Clock : TimeProvider
    {
        private long now = 1;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => now;

        public void Advance(double seconds) => now += (long)(1000 * seconds);
    }
}
