namespace NetGen;

/// <summary>
/// Shows a training as one line of text that is written over in place: epoch, step, loss, samples a second and the time left. Where
/// output is redirected to a file, it writes a plain line for each epoch instead. The same in any culture.
/// </summary>
/// <example><c>new FitOptions { Observer = new ConsoleProgress() }</c></example>
public sealed class ConsoleProgress : ITrainingObserver
{
    private const int LongestLine = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly TextWriter writer;
    private readonly Func<int>? width;
    private readonly TimeProvider time;
    private readonly char[] line = new char[LongestLine];
    private readonly ProgressClock clock = new();
    private TrainingProgress last;
    private EpochResult? lastEpoch;
    private long lastShown;
    private int shownLength;
    private bool isPending;

    /// <summary>Shows on the console.</summary>
    public ConsoleProgress()
        : this(Console.Out, Console.IsOutputRedirected ? null : () => Console.WindowWidth)
    {
    }

    /// <summary>Shows on any writer.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="width">Gives the columns of a terminal, whose line is written over; null where nothing can be, and epochs are lines.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public ConsoleProgress(TextWriter writer, Func<int>? width = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        this.writer = writer;
        this.width = width;
        this.time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public void OnStep(in TrainingProgress progress)
    {
        clock.Count(progress, time.GetTimestamp());
        last = progress;
        if (width is not null)
        {
            isPending = true;
            ShowNowAndThen();
        }
    }

    /// <inheritdoc/>
    public void OnEpoch(EpochResult result, int epochs)
    {
        ArgumentNullException.ThrowIfNull(result);
        lastEpoch = result;
        if (width is not null)
        {
            isPending = true;
            ShowNowAndThen();
            return;
        }

        writer.Write(result.ToString());
        writer.Write('\n');
        writer.Flush();
    }

    /// <inheritdoc/>
    public void OnEnd()
    {
        if (isPending)
        {
            Show();
        }

        if (shownLength > 0)
        {
            writer.Write('\n');
            writer.Flush();
        }

        clock.Reset();
        lastEpoch = null;
        shownLength = 0;
        lastShown = 0;
        isPending = false;
    }

    private void ShowNowAndThen()
    {
        long now = time.GetTimestamp();
        if (lastShown == 0 || time.GetElapsedTime(lastShown, now) >= Pause)
        {
            Show();
            lastShown = now;
        }
    }

    /// <summary>Writes over the line; what is left of a longer one is blanked. The last column stays free: some terminals wrap there.</summary>
    private void Show()
    {
        int room = Math.Clamp(width!() - 1, 0, LongestLine);
        int length = Math.Min(ProgressLine.Write(line, last, lastEpoch, clock, time), room);
        int blanks = Math.Min(Math.Max(0, shownLength - length), room - length);
        line.AsSpan(length, blanks).Fill(' ');
        writer.Write('\r');
        writer.Write(line, 0, length + blanks);
        writer.Flush();
        shownLength = length;
        isPending = false;
    }
}
