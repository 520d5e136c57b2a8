using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace NetGen.Benchmarks;

/// <summary>What NetGen is timed against, run on the same machine where it is installed.</summary>
internal static class Peers
{
    /// <summary>Prints the seconds of one product of matrices.</summary>
    private const string Probe =
        "import torch,time;torch.set_num_threads(1);a=torch.randn(128,784);b=torch.randn(784,512);[a@b for _ in range(9)];t=time.perf_counter();[a@b for _ in range(40)];print(time.perf_counter()-t)";

    /// <summary>Fails where matrices are not multiplied by OpenBLAS: Debian's PyTorch takes a plain BLAS, many times slower, unless libopenblas0-pthread is installed.</summary>
    private const string UsesOpenBlas =
        "import torch;torch.ones(9,9)@torch.ones(9,9);exit('openblas' not in open('/proc/self/maps').read())";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Peers");

    public static void Print()
    {
        PrintC();
        PrintPyTorch();
    }

    private static void PrintPyTorch()
    {
        string? python = Array.Find(["python3", "/usr/bin/python3"], candidate => Output(candidate, ["-c", "import torch"]) is not null);
        if (python is null)
        {
            Console.WriteLine("PyTorch: not installed");
            return;
        }

        bool usesOpenBlas = Output(python, ["-c", UsesOpenBlas]) is not null;
        string kernels = usesOpenBlas ? FastestKernels(python) : "";
        Console.WriteLine($"PyTorch, one thread, with {(kernels, usesOpenBlas) switch
        {
            (_, false) => "a BLAS other than OpenBLAS",
            ("", _) => "the kernels that OpenBLAS chooses",
            _ => $"OpenBLAS's kernels for {kernels}",
        }}:");
        Console.WriteLine(Output(python, [Path.Combine(Folder, "torch_bench.py"), "1"], kernels) ?? "  failed");
    }

    /// <summary>OpenBLAS does not always choose the best for a machine: the name of the fastest here, empty for its own choice.</summary>
    private static string FastestKernels(string python)
    {
        string best = "";
        double least = double.PositiveInfinity;
        foreach (string kernels in (string[])["", "Haswell", "Zen", "SkylakeX"])
        {
            if (double.TryParse(Output(python, ["-c", Probe], kernels), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds < least)
            {
                (best, least) = (kernels, seconds);
            }
        }

        return best;
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
    private static string? Output(string program, string[] arguments, string kernels = "")
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            // Settings made for other programs do not apply here.
            start.Environment.Remove("OPENBLAS_L2_SIZE");
            start.Environment.Remove("OPENBLAS_CORETYPE");
            if (kernels.Length > 0)
            {
                start.Environment["OPENBLAS_CORETYPE"] = kernels;
            }

            using var process = Process.Start(start)!;
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
