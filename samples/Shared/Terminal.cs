using Spectre.Console;

namespace Samples;

/// <summary>Where a sample writes.</summary>
internal static class Terminal
{
    /// <summary>Colours and a live table on a terminal; nothing but text and line ends where the output goes to a file or a pipe.</summary>
    public static IAnsiConsole Create()
    {
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        // Without this, the library takes a pipe of some build servers for a terminal.
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
    }
}
