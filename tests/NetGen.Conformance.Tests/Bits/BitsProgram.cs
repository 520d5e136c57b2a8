using System.Diagnostics;
using System.Reflection;

namespace NetGen.Conformance.Tests.Bits;

/// <summary>Runs <c>tests/NetGen.Bits</c> as a process of its own.</summary>
internal static class BitsProgram
{
    /// <summary>Starts it with its output redirected.</summary>
    public static Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        string program = typeof(BitsProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "BitsProgram").Value!;
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>The lines that it prints.</summary>
    public static string[] Run(string[] arguments, params (string Name, string Value)[] environment)
    {
        using var process = Start(arguments, environment);
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.Result);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
