using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace NetGen.Conformance.Tests.Bits;

/// <summary>The same training in processes of different vector widths, down to the bit; fused multiply-add stays on in all.</summary>
public sealed class SameBitsTests
{
    private static readonly string[] OwnWidth = RunWith(null);

    [Fact]
    public void Vectors_of_128_bits_give_the_same_bits() => Compare(128);

    [Fact]
    public void Vectors_of_256_bits_give_the_same_bits() => Compare(256);

    [Fact]
    public void Training_again_gives_the_same_bits() => RunWith(null).ShouldBe(OwnWidth);

    // A machine without vectors of the wanted width runs with narrower ones; the comparison holds all the same.
    private static void Compare(int width)
    {
        string[] lines = RunWith(width);
        lines[0].ShouldStartWith("width ");
        int.Parse(lines[0]["width ".Length..], CultureInfo.InvariantCulture).ShouldBeLessThanOrEqualTo(width);
        lines.Length.ShouldBe(7);
        lines[1..].ShouldBe(OwnWidth[1..]);
    }

    private static string[] RunWith(int? preferredWidth)
    {
        string program = typeof(SameBitsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "BitsProgram").Value!;
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (preferredWidth is not null)
        {
            start.Environment["DOTNET_PreferredVectorBitWidth"] = preferredWidth.Value.ToString(CultureInfo.InvariantCulture);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.Result);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
