using System.Text;
using CsvHelper;
using NodaTime.Text;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.Copilot;

/// <summary>
/// Reads the report line by line, by column name. For people who did not allow it, only the name is compared and nothing is kept.
/// </summary>
internal static class UsageCsv
{
    private const int ConcealedLength = 32;

    // An unclosed quote ends with its line, so that one bad line does not swallow the lines after it.
    private static readonly CsvReaderOptions Options =
        new() { Separator = ',', AllowLineBreaksInQuotes = false, MaxRecordSize = 64 * 1024 };

    /// <exception cref="CsvFormatException">The content is not CSV.</exception>
    public static async Task<UsageReport> ReadAsync(Stream stream, Func<string, bool> allowed, CancellationToken cancellationToken)
    {
        using var csv = CsvReader.Create(stream, Options, leaveOpen: true);
        await csv.ReadHeaderAsync(cancellationToken);
        if (Columns.Find(csv.Headers) is not { } columns)
        {
            return new UnavailableUsage(GraphFailure.Unreadable);
        }

        LocalDate? oldest = null;
        var rows = new List<UsageRow>();
        var unreadable = 0;
        while (await csv.ReadAsync(cancellationToken))
        {
            if (csv.FieldCount != columns.Count || Date(csv, columns.Refreshed) is not { } refreshed)
            {
                unreadable++;
                continue;
            }

            var name = csv.GetString(columns.Name);
            if (IsConcealed(name))
            {
                return new ConcealedUsage();
            }

            oldest = oldest is { } earlier && earlier < refreshed ? earlier : refreshed;
            if (!allowed(name))
            {
                continue;
            }

            var lastActivity = Date(csv, columns.LastActivity);
            if (lastActivity is null && !csv.GetSpan(columns.LastActivity).IsEmpty)
            {
                unreadable++;
                continue;
            }

            rows.Add(new UsageRow(name, lastActivity));
        }

        return oldest is { } date
            ? new KnownUsage(date, rows, unreadable)
            : new UnavailableUsage(unreadable > 0 ? GraphFailure.Unreadable : GraphFailure.NotFound);
    }

    private static bool IsConcealed(string name) => name.Length == ConcealedLength && name.All(char.IsAsciiHexDigit);

    private static LocalDate? Date(CsvReader csv, int column) =>
        LocalDatePattern.Iso.Parse(Encoding.UTF8.GetString(csv.GetSpan(column))) is { Success: true } day ? day.Value : null;

    private sealed record Columns(int Count, int Refreshed, int Name, int LastActivity)
    {
        public static Columns? Find(IReadOnlyList<string> header)
        {
            var names = header.Select(h => h.Trim()).ToList();
            var found = new Columns(names.Count, Of("Report Refresh Date"), Of("User Principal Name"), Of("Last Activity Date"));
            return found is { Refreshed: >= 0, Name: >= 0, LastActivity: >= 0 } ? found : null;

            int Of(string name) => names.FindIndex(h => h.Equals(name, StringComparison.OrdinalIgnoreCase));
        }
    }
}
