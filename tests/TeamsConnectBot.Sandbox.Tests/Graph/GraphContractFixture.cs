using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Graph;

/// <summary>Requests in which names such as <c>MAILBOX</c> stand for what this sandbox has.</summary>
internal abstract class GraphContractFixture : SandboxFixture
{
    protected const string Window = "startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-04-01T00:00:00Z";

    protected static readonly string Weekly = """
        {"subject":"Thee","start":{"dateTime":"2026-03-03T10:00:00","timeZone":"Europe/Amsterdam"},
        "end":{"dateTime":"2026-03-03T10:30:00","timeZone":"Europe/Amsterdam"},
        "recurrence":{"pattern":{"type":"weekly","interval":1,"daysOfWeek":["tuesday"],"firstDayOfWeek":"monday"},
        "range":{"type":"noEnd","startDate":"2026-03-03"}}}
        """;

    protected string Mailbox => $"/users/{Server.ServiceMailbox}";

    protected string Filled(string text)
    {
        var person = Server.Tenant.People.All.First(someone => Server.Tenant.People.ManagerOf(someone) is not null);
        return text.Replace("MAILBOX", Mailbox, StringComparison.Ordinal)
            .Replace("USER", $"/users/{person.ObjectId}", StringComparison.Ordinal)
            .Replace("ADDRESS", person.Mail, StringComparison.Ordinal)
            .Replace("OBJECT", person.ObjectId.ToString(), StringComparison.Ordinal);
    }

    protected static string Merged(string body, string change)
    {
        var merged = JsonNode.Parse(body)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            merged[name] = value?.DeepClone();
        }

        return merged.ToJsonString();
    }
}
