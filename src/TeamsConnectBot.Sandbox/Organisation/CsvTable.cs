using System.Text;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>Reads a CSV file by column name and keeps track of the line.</summary>
internal sealed class CsvTable : IDisposable
{
    private readonly string name;
    private readonly StreamReader text;
    private readonly CsvRows rows;
    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
    private List<string> fields = [];

    private CsvTable(string path, string[] required, string[] optional)
    {
        name = Path.GetFileName(path);
        text = new StreamReader(path, Encoding.UTF8);
        rows = new CsvRows(text);
        if (rows.Next() is not { } header)
        {
            throw new OrganisationFormatException($"{name} is empty; its first line names the columns: {Columns(required, optional)}.");
        }

        foreach (var (index, column) in header.Fields.Index())
        {
            columns.TryAdd(column, index);
        }

        if (required.FirstOrDefault(column => !columns.ContainsKey(column)) is { } missing)
        {
            throw new OrganisationFormatException(
                $"{name}, line 1: column '{missing}' is missing; the header has {string.Join(',', header.Fields)}. "
                + $"The columns are {Columns(required, optional)}.");
        }

        // An unknown column is usually a misspelt one.
        Remarks =
        [
            .. header.Fields.Where(column => column.Length > 0).Except([.. required, .. optional], StringComparer.OrdinalIgnoreCase)
                .Select(column => $"{name}: the column '{column}' is not read; the columns are {Columns(required, optional)}."),
            .. optional.Where(column => !columns.ContainsKey(column))
                .Select(column => $"{name}: there is no column '{column}'; it counts as empty for everybody."),
        ];
    }

    /// <summary>Remarks about unknown columns and missing optional ones.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>The line the current row starts on.</summary>
    public int Line { get; private set; }

    /// <summary>Opens a file; null when it doesn't exist.</summary>
    /// <exception cref="OrganisationFormatException">A required column is missing.</exception>
    public static CsvTable? Open(string path, string[] required, params string[] optional) =>
        File.Exists(path) ? new CsvTable(path, required, optional) : null;

    public bool Next()
    {
        if (rows.Next() is not { } row)
        {
            return false;
        }

        (Line, fields) = row;
        return true;
    }

    /// <summary>A field without surrounding whitespace; null when it is empty or missing.</summary>
    public string? Field(string column) =>
        columns.TryGetValue(column, out var index) && index < fields.Count && fields[index].Length > 0 ? fields[index] : null;

    public string Required(string column) => Field(column) ?? throw Wrong(column, "is empty");

    /// <summary>An error about the current line.</summary>
    public OrganisationFormatException Wrong(string column, string what) => new($"{name}, line {Line}, column '{column}': {what}.");

    public void Dispose() => text.Dispose();

    private static string Columns(string[] required, string[] optional) =>
        string.Join(", ", required.Select(column => $"{column} (required)").Concat(optional));
}
