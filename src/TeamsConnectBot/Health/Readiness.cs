using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;
using TeamsConnectBot.Status;

namespace TeamsConnectBot.Health;

/// <summary>
/// Answers <c>/health/ready</c>: 200 or 503 for a probe, and for people a sentence about each part. docs/metrics.md explains the fields.
/// </summary>
internal sealed class Readiness(StatusBoard board, SharedClock clock, IOptions<StorageOptions> storage)
{
    private static readonly PageTexts T = PageTexts.For(PageTexts.Default);

    // For people who read it in a terminal: over several lines, and with apostrophes as they are. It is never part of a page.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public async Task AnswerAsync(HttpContext context)
    {
        var parts = await board.ReadAsync(context.RequestAborted);
        var isReady = parts.All(part => part.IsReady);
        context.Response.StatusCode = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers[HeaderNames.CacheControl] = "no-store, no-cache";
        var body = new ReadinessBody(
            !isReady ? "failing" : parts.Any(part => part.IsTrouble) ? "degraded" : "ok", StatusWords.Summary(T, parts),
            parts.ToDictionary(part => part.Part, Of), storage.Value.IsPostgres ? T["status.processes"] : null,
            clock.Skew.Duration() >= SharedClock.Least ? Math.Round(clock.Skew.TotalSeconds, 1) : null);
        await context.Response.WriteAsJsonAsync(body, Json, context.RequestAborted);
    }

    private static ReadinessPart Of(PartStatus part) => new(
        part.State, part.IsTrouble ? part.Finding.Reason : null, part.Since?.ToDateTimeOffset(), StatusWords.Says(T, part),
        part.IsTrouble ? StatusWords.Do(T, part) : null, part.Finding.RetryAt?.ToDateTimeOffset(), part.SecondsOld);
}

/// <summary>The body of <c>/health/ready</c>.</summary>
internal sealed record ReadinessBody(
    string Status, string Says, IReadOnlyDictionary<string, ReadinessPart> Parts, string? Note, double? ClockOffSeconds);

/// <summary>One part in the body of <c>/health/ready</c>.</summary>
internal sealed record ReadinessPart(
    PartState State, string? Reason, DateTimeOffset? Since, string Says, string? Do, DateTimeOffset? RetryAt, double? SecondsOld);
