using System;
using System.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes indented lines that end in <c>\n</c> on every machine.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int indent;
    private bool atBlockStart = true;
    private bool afterBlock;

    /// <summary>Writes lines; a line break inside the text starts another line of the same indentation.</summary>
    public CodeWriter Line(string lines)
    {
        if (afterBlock && !atBlockStart)
        {
            text.Append('\n');
        }

        afterBlock = false;
        foreach (string line in lines.Replace("\r", "").Split('\n'))
        {
            if (line.Length > 0)
            {
                text.Append(' ', 4 * indent).Append(line);
            }

            text.Append('\n');
        }

        atBlockStart = false;
        return this;
    }

    /// <summary>Writes an empty line, unless a block has just begun.</summary>
    public CodeWriter Gap()
    {
        if (!atBlockStart)
        {
            text.Append('\n');
            atBlockStart = true;
        }

        return this;
    }

    /// <summary>Writes a line and opens a block that ends with the returned object.</summary>
    public IDisposable Block(string head)
    {
        Line(head);
        Line("{");
        indent++;
        atBlockStart = true;
        return new End(this);
    }

    /// <summary>Indents until the returned object ends.</summary>
    public IDisposable Indented()
    {
        indent++;
        return new Indentation(this);
    }

    public override string ToString() => text.ToString();

    private sealed class End(CodeWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer.indent--;
            writer.afterBlock = false;
            writer.Line("}");
            writer.afterBlock = true;
        }
    }

    private sealed class Indentation(CodeWriter writer) : IDisposable
    {
        public void Dispose() => writer.indent--;
    }
}
