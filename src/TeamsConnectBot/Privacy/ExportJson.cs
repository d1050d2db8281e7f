using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NodaTime.Text;
using TeamsConnectBot.Data;
using TeamsConnectBot.PersonalData;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Someone's data as JSON: one document for a file, or several that are each small enough for one chat message. Each of those can be read
/// on its own and says which part of how many it is.
/// </summary>
internal static class ExportJson
{
    /// <summary>Far below Teams' limit of about 100 KB of UTF-16, because nobody copies that much from a chat.</summary>
    public const int MostCharacters = 20_000;

    // Room for the JSON around the rows, in characters.
    private const int Envelope = 200;

    private static readonly JsonSerializerOptions Options = new()
    {
        // Letters stay readable; whatever could end a code block or begin markup is escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters =
        {
            new JsonStringEnumConverter(), new PatternJson<LocalTime>(LocalTimePattern.CreateWithInvariantCulture("HH:mm")),
            new PatternJson<Instant>(InstantPattern.General), new PatternJson<LocalDate>(LocalDatePattern.Iso), new IntervalJson(),
        },
    };

    private static readonly JsonSerializerOptions Indented = new(Options) { WriteIndented = true };

    /// <summary>Everything in one document, with a list for each table.</summary>
    public static string WriteWhole(IEnumerable<PersonalRows> tables)
    {
        var data = new JsonObject();
        foreach (var table in tables.Where(table => table.Rows.Count > 0))
        {
            data[table.Table] = JsonSerializer.SerializeToNode(table.Rows, Options);
        }

        return new JsonObject { ["data"] = data }.ToJsonString(Indented);
    }

    /// <summary>Everything in documents of at most <see cref="MostCharacters"/>, unless one row is longer.</summary>
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
                ((JsonArray)(documents[^1][table.Table] ??= new JsonArray())!).Add(json);
            }
        }

        return [.. documents.Select((document, index) =>
            new JsonObject { ["part"] = index + 1, ["of"] = documents.Count, ["data"] = document }.ToJsonString(Options))];
    }

    private sealed class IntervalJson : JsonConverter<Interval>
    {
        public override Interval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("An export is written, not read.");

        public override void Write(Utf8JsonWriter writer, Interval value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
