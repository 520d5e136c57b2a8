using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.CodeAnalysis;

namespace NetGen.Testing;

/// <summary>
/// Compares generated code with files beside the test, in the names and the bytes of Verify.SourceGenerators, so that Verify could
/// take this file's place.
/// </summary>
/// <remarks>
/// One file for each source: <c>{TestClass}.{TestMethod}#{hint name without its last extension}.verified.cs</c>; one for
/// diagnostics, where there are any: <c>{TestClass}.{TestMethod}.verified.txt</c>. What differs is written as <c>.received.</c>
/// beside it; with <c>SNAPSHOT_ACCEPT=1</c> it becomes the verified file.
/// </remarks>
public static class Snapshot
{
    private const int DiffContext = 3;

    // Verify writes the byte-order mark, and so does this.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Fails unless all sources, and what the generators and the analyzers report, equal the verified files.</summary>
    /// <param name="result">What came of a run.</param>
    /// <param name="parameters">Tells the cases of one theory apart, as Verify writes them: <c>precision=Double</c>.</param>
    /// <param name="testFile">The test's file, named after its class; filled in by the compiler.</param>
    /// <param name="testName">The test's name; filled in by the compiler.</param>
    /// <exception cref="AssertionFailedException">Something differs; the message has the difference.</exception>
    public static void Verify(
        GeneratorResult result, string? parameters = null, [CallerFilePath] string testFile = "", [CallerMemberName] string testName = "")
    {
        bool accept = Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1";
        Verify(result, parameters, testFile, testName, accept);
    }

    internal static void Verify(GeneratorResult result, string? parameters, string testFile, string testName, bool accept)
    {
        string directory = Path.GetDirectoryName(testFile)!;
        if (!Directory.Exists(directory))
        {
            throw new AssertionFailedException($"There is no folder {directory}: build the test with DeterministicSourcePaths=false.");
        }

        string prefix = $"{Path.GetFileNameWithoutExtension(testFile)}.{testName}{(parameters is null ? string.Empty : $"_{parameters}")}";
        SortedDictionary<string, string> received = Receive(prefix, result);
        foreach (string old in Find(directory, prefix, "received"))
        {
            File.Delete(old);
        }

        var failures = new StringBuilder();
        foreach ((string name, string text) in received)
        {
            failures.Append(Compare(Path.Combine(directory, name), text, accept));
        }

        foreach (string stale in Find(directory, prefix, "verified").Where(path => !received.ContainsKey(Path.GetFileName(path))))
        {
            failures.Append(Reject(stale, accept));
        }

        if (failures.Length > 0)
        {
            throw new AssertionFailedException($"{failures}Where the new files are right, accept them with SNAPSHOT_ACCEPT=1.");
        }
    }

    /// <summary>The contents of the files, by the names of the verified ones.</summary>
    private static SortedDictionary<string, string> Receive(string prefix, GeneratorResult result)
    {
        var received = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (IGrouping<string, GeneratedSource> group in result.Sources.GroupBy(source => Path.GetFileNameWithoutExtension(source.HintName)))
        {
            GeneratedSource[] sources = [.. group];
            for (int index = 0; index < sources.Length; index++)
            {
                string number = sources.Length == 1 ? string.Empty : $".{index:00}";
                received.Add($"{prefix}#{group.Key}{number}.verified.cs", $"//HintName: {sources[index].HintName}\n{sources[index].Text}");
            }
        }

        Diagnostic[] diagnostics = [.. result.GeneratorDiagnostics, .. result.AnalyzerDiagnostics];
        if (diagnostics.Length > 0)
        {
            received.Add($"{prefix}.verified.txt", Format(diagnostics));
        }

        return received;
    }

    private static string Compare(string verifiedPath, string received, bool accept)
    {
        if (received.Contains('\r', StringComparison.Ordinal))
        {
            return $"{Path.GetFileName(verifiedPath)}: generated code must end its lines with \\n alone.\n";
        }

        string? verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath).Replace("\r\n", "\n", StringComparison.Ordinal) : null;
        if (verified == received)
        {
            return string.Empty;
        }

        string path = accept ? verifiedPath : verifiedPath.Replace(".verified.", ".received.", StringComparison.Ordinal);
        File.WriteAllText(path, received, Encoding);
        return accept ? string.Empty
            : verified is null ? $"{Path.GetFileName(verifiedPath)}: new, received:\n{received}\n"
            : $"{Path.GetFileName(verifiedPath)}: differs:\n{Difference(verified, received)}\n";
    }

    private static string Reject(string stale, bool accept)
    {
        if (accept)
        {
            File.Delete(stale);
            return string.Empty;
        }

        return $"{Path.GetFileName(stale)}: stale, nothing was generated for it.\n";
    }

    private static string[] Find(string directory, string prefix, string kind) =>
    [
        .. Directory.EnumerateFiles(directory).Where(path =>
        {
            string name = Path.GetFileName(path);
            return name == $"{prefix}.{kind}.txt"
                || (name.StartsWith($"{prefix}#", StringComparison.Ordinal) && name.EndsWith($".{kind}.cs", StringComparison.Ordinal));
        }),
    ];

    /// <summary>The lines that differ, marked with - and +, and some around them.</summary>
    private static string Difference(string verified, string received)
    {
        List<DiffPiece> lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(verified, received, ignoreWhitespace: false).Lines;
        var text = new StringBuilder();
        for (int index = 0; index < lines.Count; index++)
        {
            int first = Math.Max(0, index - DiffContext);
            int last = Math.Min(lines.Count, index + DiffContext + 1);
            if (lines[first..last].TrueForAll(line => line.Type == ChangeType.Unchanged))
            {
                continue;
            }

            char mark = lines[index].Type switch { ChangeType.Inserted => '+', ChangeType.Deleted => '-', _ => ' ' };
            text.Append(mark).Append(' ').Append(lines[index].Text).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Diagnostics as Verify writes them: braces and indents, nothing quoted.</summary>
    private static string Format(Diagnostic[] diagnostics) =>
        $"{{\n  Diagnostics: [\n{string.Join(",\n", diagnostics.Select(Format))}\n  ]\n}}";

    private static string Format(Diagnostic diagnostic)
    {
        DiagnosticDescriptor descriptor = diagnostic.Descriptor;
        string[] descriptorMembers =
        [
            .. Member("Id", descriptor.Id),
            .. Member("Title", descriptor.Title.ToString(CultureInfo.InvariantCulture)),
            .. Member("Description", descriptor.Description.ToString(CultureInfo.InvariantCulture)),
            .. Member("HelpLink", descriptor.HelpLinkUri),
            .. Member("MessageFormat", descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture)),
            .. Member("Category", descriptor.Category),
            .. Member("DefaultSeverity", descriptor.DefaultSeverity.ToString()),
            .. Member("IsEnabledByDefault", descriptor.IsEnabledByDefault ? "true" : "false"),
        ];
        string[] members =
        [
            .. Member("Location", diagnostic.Location.GetMappedLineSpan().ToString()),
            .. Member("Message", diagnostic.GetMessage(CultureInfo.InvariantCulture)),
            .. Member("Severity", diagnostic.Severity.ToString()),
            .. Member("WarningLevel", diagnostic.WarningLevel.ToString(CultureInfo.InvariantCulture)),
            $"Descriptor: {{\n        {string.Join(",\n        ", descriptorMembers)}\n      }}",
        ];
        return $"    {{\n      {string.Join(",\n      ", members)}\n    }}";
    }

    // Verify leaves out what is empty.
    private static string[] Member(string name, string? value) => string.IsNullOrWhiteSpace(value) ? [] : [$"{name}: {value}"];
}
