using System.Diagnostics;

namespace NetGen.Conformance.Tests.Bits;

/// <summary>Trainings whose process is killed, and which are gone on with in another: the same weights as of one that never was.</summary>
public sealed class KilledTrainingTests : IDisposable
{
    private static readonly Lazy<byte[]> Uninterrupted = new(TrainUninterrupted);

    private readonly string folder = Directory.CreateTempSubdirectory("netgen-killed-").FullName;

    private string Weights => Path.Combine(folder, "weights.safetensors");

    private string Checkpoint => Path.Combine(folder, "checkpoint.safetensors");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Killed_in_the_middle_of_an_epoch()
    {
        RunAndKill(everySteps: 0, steps: 13);
        Directory.GetFiles(folder).ShouldBe([Checkpoint]);
        RunAndKill(everySteps: 0, steps: 3);
        ShouldFinishAsIfNothingHadBeen(everySteps: 0);
    }

    /// <summary>A temporary file that is left over is the proof that the process died while it wrote.</summary>
    [Fact]
    public void Killed_in_the_middle_of_writing()
    {
        int withinWriting = 0;
        for (int kill = 0; kill < 8 && withinWriting < 2; kill++)
        {
            RunAndKill(everySteps: 1, steps: 2, whenWriting: true);
            withinWriting += Leftovers().Length > 0 ? 1 : 0;
        }

        withinWriting.ShouldBe(2);
        ShouldFinishAsIfNothingHadBeen(everySteps: 1);
        Leftovers().ShouldBeEmpty();
    }

    private static byte[] TrainUninterrupted()
    {
        using var tests = new KilledTrainingTests();
        return tests.RunToTheEnd(everySteps: 0);
    }

    private void ShouldFinishAsIfNothingHadBeen(int everySteps)
    {
        File.Exists(Weights).ShouldBeFalse();
        RunToTheEnd(everySteps).ShouldBe(Uninterrupted.Value);

        // Once at its end, it is not trained again.
        File.Delete(Weights);
        RunToTheEnd(everySteps).ShouldBe(Uninterrupted.Value);
    }

    private string[] Leftovers() => Directory.GetFiles(folder, "*.tmp");

    private byte[] RunToTheEnd(int everySteps)
    {
        using var process = Start(everySteps);
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.Result);
        return File.ReadAllBytes(Weights);
    }

    private void RunAndKill(int everySteps, int steps, bool whenWriting = false)
    {
        using var process = Start(everySteps);
        for (int step = 0; step < steps; step++)
        {
            process.StandardOutput.ReadLine().ShouldNotBeNull();
        }

        var patience = Stopwatch.StartNew();
        while (whenWriting && Leftovers().Length == 0 && patience.Elapsed < TimeSpan.FromSeconds(20))
        {
            Thread.Yield();
        }

        process.Kill();
        process.WaitForExit();
    }

    private Process Start(int everySteps) => BitsProgram.Start(["train", Checkpoint, Weights, $"{everySteps}"]);
}
