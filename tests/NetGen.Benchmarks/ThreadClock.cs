using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NetGen.Benchmarks;

/// <summary>Time the calling thread has run: where the system tells it, neighbours that take the core away do not count.</summary>
internal static partial class ThreadClock
{
    private const int ThreadTime = 3;

    /// <summary>Seconds since some moment.</summary>
    public static double Seconds
    {
        get
        {
            if (OperatingSystem.IsLinux() && Read(ThreadTime, out Time time) == 0)
                return time.Seconds + time.Nanoseconds * 1e-9;
            return Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out Time time);

    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
