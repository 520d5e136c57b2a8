using System.Text;

namespace NetGen;

/// <summary>
/// The records of a CSV file, one after another, in the form of RFC 4180: fields in quotes may hold separators, line ends and
/// doubled quotes. Any line end is one. Empty lines are passed over.
/// </summary>
internal sealed class CsvRecords
{
    private const int End = -1;
    private readonly TextReader reader;
    private readonly char separator;
    private readonly string file;
    private readonly List<int> ends = [];
    private char[] text = new char[256];
    private int length;
    private int next;
    private int nextLine = 1;

    public CsvRecords(TextReader reader, char separator, string file)
    {
        if (separator is '"' or '\r' or '\n')
        {
            throw new ArgumentException("Expected a separator other than a quote or a line end.", nameof(separator));
        }

        this.reader = reader;
        this.separator = separator;
        this.file = file;
        next = Read();
    }

    /// <summary>The line on which the record begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The number of fields of the record.</summary>
    public int Count => ends.Count;

    /// <summary>One field, without its quotes; valid until the next record.</summary>
    public ReadOnlySpan<char> this[int field]
    {
        get
        {
            int start = field == 0 ? 0 : ends[field - 1];
            return text.AsSpan(start, ends[field] - start);
        }
    }

    /// <summary>Passes over lines that are no records.</summary>
    public void Skip(int lines)
    {
        for (int i = 0; i < lines && next != End; i++)
        {
            while (!IsLineEnd(next) && next != End)
            {
                Take();
            }

            TakeLineEnd();
        }
    }

    /// <summary>Goes on to the next record.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="InvalidDataException">A field in quotes does not end, something is before or after its quotes, or a quote is in a field without.</exception>
    public bool Next()
    {
        while (IsLineEnd(next))
        {
            TakeLineEnd();
        }

        if (next == End)
        {
            return false;
        }

        Line = nextLine;
        length = 0;
        ends.Clear();
        ReadField();
        while (next == separator)
        {
            Take();
            ReadField();
        }

        TakeLineEnd();
        return true;
    }

    private void ReadField()
    {
        if (next == '"')
        {
            ReadQuoted();
        }
        else
        {
            ReadUnquoted();
        }

        ends.Add(length);
    }

    private void ReadUnquoted()
    {
        while (!IsFieldEnd(next))
        {
            if (next == '"')
            {
                throw new InvalidDataException($"{file}, line {nextLine}: a field holds a quote, but does not begin with one.");
            }

            Append(Take());
        }
    }

    private void ReadQuoted()
    {
        int start = nextLine;
        Take();
        while (true)
        {
            switch (next)
            {
                case End:
                    throw new InvalidDataException($"{file}, line {start}: a field begins with a quote, but none ends it.");
                case '"':
                    Take();
                    if (next != '"')
                    {
                        RequireFieldEnd();
                        return;
                    }

                    Append(Take());
                    break;
                case '\r' or '\n':
                    AppendLineEnd();
                    break;
                default:
                    Append(Take());
                    break;
            }
        }
    }

    private void AppendLineEnd()
    {
        TakeLineEnd();
        Append('\n');
    }

    private void RequireFieldEnd()
    {
        if (!IsFieldEnd(next))
        {
            throw new InvalidDataException($"{file}, line {nextLine}: expected a separator or the end of the line after a closing quote, but got '{(char)next}'.");
        }
    }

    private void TakeLineEnd()
    {
        if (next == End)
        {
            return;
        }

        if (Take() == '\r' && next == '\n')
        {
            Take();
        }

        nextLine++;
    }

    private bool IsFieldEnd(int character) => character == separator || IsLineEnd(character) || character == End;

    private static bool IsLineEnd(int character) => character is '\r' or '\n';

    private char Take()
    {
        char taken = (char)next;
        next = Read();
        return taken;
    }

    private int Read()
    {
        try
        {
            return reader.Read();
        }
        catch (DecoderFallbackException problem)
        {
            throw new InvalidDataException($"{file}: expected text in UTF-8, but the bytes {Convert.ToHexString(problem.BytesUnknown ?? [])} are none; save it as UTF-8.", problem);
        }
    }

    private void Append(char character)
    {
        if (length == text.Length)
        {
            Array.Resize(ref text, 2 * length);
        }

        text[length++] = character;
    }
}
