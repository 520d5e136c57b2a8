using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NetGen.Benchmarks;

/// <summary>Clocks: of the calling thread alone where the system tells it, so that neighbours that take the core away do not count.</summary>
internal static partial class ThreadClock
{
    private const int ThreadTime = 3;

    /// <summary>Seconds that the calling thread has run.</summary>
    public static Func<double> Own { get; } = static () =>
        OperatingSystem.IsLinux() && Read(ThreadTime, out Time time) == 0 ? time.Seconds + time.Nanoseconds * 1e-9 : Now();

    /// <summary>Seconds since some moment, whoever runs.</summary>
    public static Func<double> Wall { get; } = Now;

    private static double Now() => Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out Time time);

    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
