using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsConnectBot.Operations.Checks;

namespace TeamsConnectBot.Operations;

/// <summary>One JSON object, for scripts. docs/troubleshooting.md describes it; a property is never renamed or removed.</summary>
internal sealed class JsonCheckReport(TextWriter output) : CheckReport
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        // The output goes to a file or a terminal, never into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    protected override Task FinishAsync() => output.WriteLineAsync(JsonSerializer.Serialize(
        new
        {
            version = 1,
            exitCode = ExitCode,
            counts = Enum.GetValues<CheckState>().ToDictionary(state => JsonNamingPolicy.CamelCase.ConvertName($"{state}"), Count),
            checks = Results.Select(one => new
            {
                key = one.Check.Key,
                subject = one.Check.Subject,
                state = one.Result.State,
                finding = one.Result.Finding,
                says = one.Result.Says,
                fix = one.Result.Fix,
                docs = one.Check.Docs,
            }),
        },
        Format));
}
