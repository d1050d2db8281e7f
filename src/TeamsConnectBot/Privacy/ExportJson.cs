using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Someone's data as JSON, in as many documents as fit a chat message each. Every document can be read on its own and says
/// which one of how many it is.
/// </summary>
internal static class ExportJson
{
    /// <summary>Teams takes about 100 KB a message as UTF-16, and nobody copies that from a chat.</summary>
    public const int MostCharacters = 20_000;

    // What a document has beside its rows.
    private const int Envelope = 200;

    private static readonly JsonSerializerOptions Options = new()
    {
        // Letters stay readable; everything that could end a code block or begin markup is still escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(), new LocalTimeJson(), new Written<Instant>(InstantPattern.General.Format), new Written<LocalDate>(LocalDatePattern.Iso.Format), new Written<Interval>(time => time.ToString()) },
    };

    public static IReadOnlyList<string> Write(IEnumerable<PersonalRows> tables)
    {
        var documents = new List<JsonObject> { new() };
        var size = Envelope;
        foreach (var table in tables)
        {
            foreach (var row in table.Rows)
            {
                var json = JsonSerializer.SerializeToNode(row, Options)!;
                var length = json.ToJsonString(Options).Length + table.Table.Length + 10;
                if (size + length > MostCharacters)
                {
                    documents.Add([]);
                    size = Envelope;
                }

                size += length;
                RowsOf(documents[^1], table.Table).Add(json);
            }
        }

        return [.. documents.Select((document, index) =>
            new JsonObject { ["part"] = index + 1, ["of"] = documents.Count, ["data"] = document }.ToJsonString(Options))];
    }

    private static JsonArray RowsOf(JsonObject document, string table)
    {
        if (document[table] is not JsonArray rows)
        {
            document[table] = rows = [];
        }

        return rows;
    }

    private sealed class Written<T>(Func<T, string> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("An export is written, not read.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
