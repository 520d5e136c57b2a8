using System.ComponentModel;
using System.Diagnostics;

namespace NetGen.Benchmarks;

/// <summary>What NetGen is timed against, run on the same machine where it is installed.</summary>
internal static class Peers
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Peers");

    public static void Print()
    {
        PrintC();
        Console.WriteLine("PyTorch, one thread:");
        string? torch = Output("python3", [Path.Combine(Folder, "torch_bench.py"), "1"]) ?? Output("/usr/bin/python3", [Path.Combine(Folder, "torch_bench.py"), "1"]);
        Console.WriteLine(torch ?? "  not installed");
    }

    private static void PrintC()
    {
        Console.WriteLine("C, -O3, the worked example, a step:");
        string program = Path.Combine(Path.GetTempPath(), $"netgen-worked-example-{Environment.ProcessId}");
        string? compiled = Output("cc", ["-O3", "-march=native", "-o", program, Path.Combine(Folder, "worked_example.c"), "-lm"]);
        Console.WriteLine(compiled is null ? "  no compiler" : Output(program, []));
        File.Delete(program);
    }

    /// <summary>What a program prints; null where it is missing or fails.</summary>
    private static string? Output(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output.TrimEnd() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
