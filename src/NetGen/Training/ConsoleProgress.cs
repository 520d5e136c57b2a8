namespace NetGen;

/// <summary>
/// Shows a training as one line of text that is written over in place: epoch, step, loss, validation loss, samples a second and the
/// time left, or as many of these as the terminal has columns for. Where output is redirected to a file, or a terminal has fewer than
/// 20 columns, it writes a plain line for each epoch instead. The same in any culture.
/// </summary>
/// <example><c>new FitOptions { Observer = new ConsoleProgress() }</c></example>
public sealed class ConsoleProgress : ITrainingObserver
{
    private const int LongestLine = 500;
    private const int NarrowestTerminal = 20; // Those whose width nobody has set say 0.
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
    /// <param name="width">Gives the columns of a terminal, whose line is written over; null, or fewer than 20, where none can be, and epochs are lines.</param>
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
        if (width is not null && width() >= NarrowestTerminal)
        {
            isPending = true;
            ShowNowAndThen();
            return;
        }

        EndLine();
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

        EndLine();
        clock.Reset();
        lastEpoch = null;
        lastShown = 0;
    }

    /// <summary>Leaves the line that is written over as it stands.</summary>
    private void EndLine()
    {
        if (shownLength > 0)
        {
            writer.Write('\n');
            writer.Flush();
        }

        shownLength = 0;
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
        int columns = width!();
        if (columns < NarrowestTerminal)
        {
            return;
        }

        int room = Math.Min(columns - 1, LongestLine);
        int length = ProgressLine.Write(line, room, last, lastEpoch, clock, time);
        int blanks = Math.Min(Math.Max(0, shownLength - length), room - length);
        line.AsSpan(length, blanks).Fill(' ');
        writer.Write('\r');
        writer.Write(line, 0, length + blanks);
        writer.Flush();
        shownLength = length;
        isPending = false;
    }
}
