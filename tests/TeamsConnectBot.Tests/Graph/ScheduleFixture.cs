using TeamsConnectBot.Graph.Schedules;

namespace TeamsConnectBot.Tests.Graph;

/// <summary>Reads free/busy for the week of Monday 12 January 2026, as a round does.</summary>
internal abstract class ScheduleFixture : GraphFixture
{
    protected static readonly Interval Week = new(Instant.FromUtc(2026, 1, 12, 0, 0), Instant.FromUtc(2026, 1, 19, 0, 0));

    protected static Instant At(int day, int hour, int minute = 0) => Instant.FromUtc(2026, 1, day, hour, minute);

    protected Task<List<ScheduleAnswer>> ReadAsync(params string[] people) => ReadAsync(Week, people);

    protected async Task<List<ScheduleAnswer>> ReadAsync(Interval window, params string[] people) =>
        await Get<GraphSchedules>().ReadAsync([.. people.Select(p => new MailboxRequest(p, $"{p}@contoso.nl"))], window, default)
            .ToListAsync();

    /// <summary>Reads one person's schedule from this row, to which the scheduleId is added.</summary>
    protected async Task<ScheduleAnswer> AnswerToAsync(string row, Interval? window = null)
    {
        var json = JsonNode.Parse(row)!.AsObject();
        json["scheduleId"] = "anna@contoso.nl";
        Server.OnBatch(_ => Ok(json.DeepClone()));
        return (await ReadAsync(window ?? Week, "anna")).Single();
    }

    /// <summary>Answers each part of a batch with a row for every mailbox in that part.</summary>
    protected void AnswerEach(Func<string, JsonNode> row) => Server.OnBatch(part => Ok([.. MailboxesOf(part).Select(row)]));

    protected static IReadOnlyList<string> MailboxesOf(JsonObject part) =>
        [.. part["body"]!["schedules"]!.AsArray().Select(s => s!.GetValue<string>())];

    protected static JsonObject Ok(params JsonNode[] rows) =>
        new() { ["status"] = 200, ["body"] = new JsonObject { ["value"] = new JsonArray(rows) } };

    protected static JsonObject Problem(int status, string code, string? retryAfter = null)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = "An error" };
        var part = new JsonObject { ["status"] = status, ["body"] = new JsonObject { ["error"] = error } };
        if (retryAfter is not null)
        {
            part["headers"] = new JsonObject { ["Retry-After"] = retryAfter };
        }

        return part;
    }

    protected static JsonNode Free(string mailbox) => new JsonObject { ["scheduleId"] = mailbox, ["scheduleItems"] = new JsonArray() };
}
