using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NodaTime;
using TeamsConnectBot.Sandbox.Graph;
using TeamsConnectBot.Sandbox.Page;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.BrowserTests.Demo;

/// <summary>Plays the service from a script, so that these tests fail only because of the page. It also moves the clock.</summary>
internal sealed class DemoBot(SandboxTenant tenant) : ISandboxControl, IAiWeek
{
    private static readonly Instant Invites = DemoTenant.Start + Duration.FromHours(1);
    private static readonly Instant Settles = DemoTenant.Start + Duration.FromHours(27);
    private static readonly Instant Meets = DemoTenant.Start + Duration.FromDays(3) + Duration.FromHours(5.5);
    private static readonly Instant Asks = Meets + Duration.FromMinutes(35);

    private readonly ConcurrentDictionary<string, bool> joined = new();
    private readonly ConcurrentDictionary<string, bool> said = new();
    private readonly ReportOptions reportOptions = new();
    private bool invited, settled, asked;

    public ConcurrentDictionary<string, bool> Seated { get; } = new();

    /// <summary>The clicks received, as the service would receive them.</summary>
    public ConcurrentQueue<JsonObject> Clicks { get; } = new();

    public ReportEndpoints Reports => field ??= new ReportEndpoints(tenant, reportOptions);

    public IReadOnlyList<Decision> Decisions { get; set; } =
    [
        new("CopilotReport", "Wim de Boer", DemoTenant.Start.ToDateTimeOffset()),
        new("ai-week-coworking", "Wim de Boer", DemoTenant.Start.ToDateTimeOffset()),
    ];

    public AiSource Source { get; private set; }

    public DateTimeOffset Now => tenant.Clock.GetUtcNow();

    public NextHint? NextHint =>
        !invited ? new(Invites.ToDateTimeOffset(), "invitations")
        : !settled ? new(Settles.ToDateTimeOffset(), "settle")
        : !asked ? new(Asks.ToDateTimeOffset(), "didYouMeet")
        : null;

    public void SitDown(IReadOnlyCollection<Person> people)
    {
        foreach (var person in people)
        {
            Seated[person.Id] = true;
        }
    }

    public Task ChooseAsync(AiSource source, CancellationToken cancellation)
    {
        (Source, reportOptions.Concealed) = (source, source == AiSource.Concealed);
        return Task.CompletedTask;
    }

    // In this script, the reports take no time.
    public Task AdvancePastReportsAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task AdvanceToNextEventAsync(CancellationToken cancellation) =>
        NextHint is { } next ? AdvanceAsync(next.At - Now, cancellation) : Task.CompletedTask;

    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellation)
    {
        tenant.Clock.Advance(by);
        if (!invited && tenant.Now >= Invites)
        {
            invited = true;
            Everyone(joined, (person, dutch) => Post(person, DemoCards.Invitation(dutch), dutch ? "Zin in koffie?" : "Coffee?"));
        }

        if (!settled && tenant.Now >= Settles)
        {
            settled = true;
            Settle();
        }

        if (!asked && tenant.Now >= Asks)
        {
            asked = true;
            Everyone(said, (person, dutch) => Post(person, DemoCards.DidYouMeet(dutch), dutch ? "Een korte vraag" : "A short question"));
        }

        return Task.CompletedTask;
    }

    public void Map(WebApplication app) => app.MapPost("/api/messages", async (HttpContext context) =>
    {
        var activity = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var person = tenant.People.ByObjectId(Guid.Parse((string)activity["from"]!["aadObjectId"]!))!;
        return (string?)activity["type"] switch
        {
            "installationUpdate" when (string?)activity["action"] == "add" =>
                Answered(() => Post(person, DemoCards.Welcome(IsDutch(person)), IsDutch(person) ? "Welkom" : "Welcome")),
            "message" when (string?)activity["text"] is "mijn week" or "ai week" =>
                Answered(() => Post(person, DemoCards.MyWeek(IsDutch(person)), IsDutch(person) ? "Je week" : "Your week")),
            "message" => Answered(() => Post(person, null, IsDutch(person) ? "Ik ken: help, stop, pauze." : "I know: help, stop, pause.")),
            "invoke" => Click(person, activity["value"]!["action"]!.AsObject()),
            _ => Results.Ok(),
        };
    });

    private static bool IsDutch(Person person) => person.Language.StartsWith("nl", StringComparison.Ordinal);

    private static IResult Answered(Action act)
    {
        act();
        return Results.Ok();
    }

    private IResult Click(Person person, JsonObject action)
    {
        Clicks.Enqueue(action);
        var dutch = IsDutch(person);
        switch ((string?)action["verb"])
        {
            case "join":
                joined[person.Id] = true;
                return Card(DemoCards.Joined(dutch));
            case "yes":
                said[person.Id] = true;
                return Card(DemoCards.Waiting(dutch));
            case "invitation.why":
                return Card(DemoCards.Why(dutch));
            case "invitation.show":
                return Card(DemoCards.Invitation(dutch));
            case "broken":
                return Results.Json(new
                {
                    statusCode = 500, type = "application/vnd.microsoft.error", value = new { code = "x", message = "inner detail" },
                });
            default:
                return Results.Json(new
                {
                    statusCode = 200, type = "application/vnd.microsoft.activity.message", value = dutch ? "Goed." : "Fine.",
                });
        }
    }

    private static IResult Card(string card) => Results.Json(new
    {
        statusCode = 200,
        type = "application/vnd.microsoft.card.adaptive",
        value = JsonNode.Parse(card),
    });

    private void Settle()
    {
        var together = said.Keys.Order(StringComparer.Ordinal).Select(id => tenant.People.ById(id)!).ToList();
        if (together.Count != 2)
        {
            return;
        }

        tenant.Calendar.Create(new CalendarEvent
        {
            Id = "event-1", Organiser = tenant.Identity.ServiceMailbox, Subject = "Koffie",
            Start = Meets, End = Meets + Duration.FromMinutes(20),
            Location = "Koffiehoek, begane grond", Created = tenant.Now, Modified = tenant.Now,
            Attendees = together.Select(person => new EventAttendee(person.Mail!, person.Name)).ToImmutableArray(),
        });
        Post(together[0], DemoCards.Connection(IsDutch(together[0]), together[1].Name), "Het is gelukt");
        Post(together[1], DemoCards.Connection(IsDutch(together[1]), together[0].Name), "It worked out");
    }

    private void Everyone(ConcurrentDictionary<string, bool> ids, Action<Person, bool> act)
    {
        foreach (var person in ids.Keys.Order(StringComparer.Ordinal).Select(id => tenant.People.ById(id)!))
        {
            act(person, IsDutch(person));
        }
    }

    private void Post(Person person, string? card, string text) => tenant.Chats.Add(tenant.Chats.Of(person), new ChatMessage
    {
        Id = tenant.Chats.NextId(), FromBot = true, SentAt = tenant.Now, CardJson = card, Summary = text, Text = card is null ? text : null,
    });
}
