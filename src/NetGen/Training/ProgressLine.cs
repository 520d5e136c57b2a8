using System.Globalization;

namespace NetGen;

/// <summary>The text of a progress line, written without allocation.</summary>
internal static class ProgressLine
{
    /// <summary>How much a line tells, from most to least. Where there is no room for all, the next is taken.</summary>
    private enum Detail
    {
        All,
        ShortNames,
        WithoutValidation,
        WithoutStep,
        WithoutRate,
        LossAlone,
    }

    /// <summary>
    /// Writes a line such as <c>epoch 3/40, step 12/45, loss 0.2185, validation loss 0.2509, 12345 samples/s, 0:42 left</c>, with as many
    /// of its parts as there is room for: the validation loss goes first, then the step, the rate and the time left.
    /// </summary>
    /// <returns>Its length, at most the room that there is.</returns>
    public static int Write(Span<char> line, int room, in TrainingProgress progress, EpochResult? lastEpoch, ProgressClock clock, TimeProvider time)
    {
        var detail = Detail.All;
        int length = Write(line, detail, progress, lastEpoch?.ValidationLoss, clock.Rate(time), clock.Left(time));
        while (length > room && detail < Detail.LossAlone)
        {
            length = Write(line, ++detail, progress, lastEpoch?.ValidationLoss, clock.Rate(time), clock.Left(time));
        }

        return Math.Min(length, room);
    }

    private static int Write(Span<char> line, Detail detail, in TrainingProgress progress, double? validationLoss, double rate, TimeSpan? timeLeft)
    {
        var text = CultureInfo.InvariantCulture;
        bool isShort = detail == Detail.ShortNames;
        line.TryWrite(text, $"epoch {progress.Epoch}/{progress.Epochs}", out int length);
        if (detail < Detail.WithoutStep && line[length..].TryWrite(text, $", step {progress.Batch}/{progress.Batches}", out int more))
        {
            length += more;
        }

        if (line[length..].TryWrite(text, $", loss {progress.Loss:G4}", out more))
        {
            length += more;
        }

        if (detail < Detail.WithoutValidation && validationLoss is { } loss
            && line[length..].TryWrite(text, $", {(isShort ? "validation" : "validation loss")} {loss:G4}", out more))
        {
            length += more;
        }

        if (detail < Detail.WithoutRate && line[length..].TryWrite(text, $", {rate:0}{(isShort ? "/s" : " samples/s")}", out more))
        {
            length += more;
        }

        return length + (detail < Detail.LossAlone && timeLeft is { } left ? WriteLeft(line[length..], left) : 0);
    }

    /// <summary>Whole hours and days count on: 26:03:09 is a day and two hours.</summary>
    private static int WriteLeft(Span<char> line, TimeSpan left)
    {
        var text = CultureInfo.InvariantCulture;
        _ = left.TotalHours >= 1
            ? line.TryWrite(text, $", {(long)left.TotalHours}:{left.Minutes:00}:{left.Seconds:00} left", out int length)
            : line.TryWrite(text, $", {left.Minutes}:{left.Seconds:00} left", out length);
        return length;
    }
}
