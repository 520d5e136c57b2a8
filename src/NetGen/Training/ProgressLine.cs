using System.Globalization;

namespace NetGen;

/// <summary>The text of a progress line, written without allocation.</summary>
internal static class ProgressLine
{
    /// <summary>
    /// Writes a line such as <c>epoch 3/40, step 12/45, loss 0.2185, validation loss 0.2509, 12345 samples/s, 0:42 left</c>.
    /// </summary>
    /// <returns>Its length.</returns>
    public static int Write(Span<char> line, in TrainingProgress progress, EpochResult? lastEpoch, ProgressClock clock, TimeProvider time)
    {
        var text = CultureInfo.InvariantCulture;
        int length = 0;
        line.TryWrite(text, $"epoch {progress.Epoch}/{progress.Epochs}, step {progress.Batch}/{progress.Batches}, loss {progress.Loss:G4}", out length);
        if (lastEpoch?.ValidationLoss is { } loss && line[length..].TryWrite(text, $", validation loss {loss:G4}", out int more))
        {
            length += more;
        }

        if (line[length..].TryWrite(text, $", {clock.Rate(time):0} samples/s", out more))
        {
            length += more;
        }

        // Whole hours and days count on: 26:03:09 is a day and two hours.
        if (clock.Left(time) is { } left
            && (left.TotalHours >= 1
                ? line[length..].TryWrite(text, $", {(long)left.TotalHours}:{left.Minutes:00}:{left.Seconds:00} left", out more)
                : line[length..].TryWrite(text, $", {left.Minutes}:{left.Seconds:00} left", out more)))
        {
            length += more;
        }

        return length;
    }
}
