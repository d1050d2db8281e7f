using System.Text;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>Splits CSV (RFC 4180: quotes, doubled quotes, line breaks inside quotes, any line ending) into rows.</summary>
internal sealed class CsvRows(TextReader text)
{
    private readonly StringBuilder field = new();
    private int line = 1;

    /// <summary>The next row that isn't blank, and the line it starts on; null at the end.</summary>
    public (int Line, List<string> Fields)? Next()
    {
        while (text.Peek() >= 0)
        {
            var start = line;
            var fields = ReadRow();
            if (fields.Count > 1 || !string.IsNullOrWhiteSpace(fields[0]))
            {
                return (start, fields);
            }
        }

        return null;
    }

    private List<string> ReadRow()
    {
        var fields = new List<string>();
        var quoted = false;
        while (true)
        {
            var letter = text.Read();
            if (letter == '\n')
            {
                line++;
            }

            if (letter == '\r')
            {
                continue;
            }

            if (quoted)
            {
                quoted = letter >= 0 && (letter != '"' || text.Peek() == '"');
                if (quoted)
                {
                    field.Append((char)(letter == '"' ? text.Read() : letter));
                }

                continue;
            }

            switch (letter)
            {
                case -1 or '\n':
                    Close(fields);
                    return fields;
                case ',':
                    Close(fields);
                    break;
                case '"' when string.IsNullOrWhiteSpace(field.ToString()):
                    field.Clear();
                    quoted = true;
                    break;
                default:
                    field.Append((char)letter);
                    break;
            }
        }
    }

    private void Close(List<string> fields)
    {
        fields.Add(field.ToString().Trim());
        field.Clear();
    }
}
