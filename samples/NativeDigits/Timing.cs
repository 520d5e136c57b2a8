using System.Diagnostics;

namespace Digits;

/// <summary>How long something takes once it is warm.</summary>
internal static class Timing
{
    private const int Rounds = 25;
    private const double SecondsOfRound = 0.01;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>The median over rounds of many calls each.</summary>
    public static double Microseconds(Action action)
    {
        // Long enough for a just-in-time compiler to reach its last tier.
        long start = Stopwatch.GetTimestamp();
        int calls = 0;
        while (Stopwatch.GetElapsedTime(start) < WarmUp)
        {
            action();
            calls++;
        }

        int callsOfRound = (int)(calls * SecondsOfRound / WarmUp.TotalSeconds) + 1;
        var rounds = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            start = Stopwatch.GetTimestamp();
            for (int call = 0; call < callsOfRound; call++)
            {
                action();
            }

            rounds[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / callsOfRound;
        }

        Array.Sort(rounds);
        return rounds[Rounds / 2];
    }
}
