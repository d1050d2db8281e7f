using System.Net;
using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Page;

namespace TeamsConnectBot.Sandbox.Tests.Support;

/// <summary>The Sandbox with the real service, played through the requests of its page by the two people it suggests.</summary>
internal sealed class PlayedSandbox : IAsyncDisposable
{
    private const int MostSteps = 8;

    private static readonly SandboxRun Run = new() { Start = new DateOnly(2026, 11, 23) };

    // Unescaped, so that tests can look for the words a person reads.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly InteractiveSandbox sandbox;
    private readonly HttpClient http;

    private PlayedSandbox(InteractiveSandbox sandbox)
    {
        this.sandbox = sandbox;
        http = new HttpClient { BaseAddress = sandbox.Url };
        http.DefaultRequestHeaders.Add("X-Sandbox-Page", "1");
    }

    public Person Left { get; private set; } = null!;

    public Person Right { get; private set; } = null!;

    /// <summary>How often the service requested the usage report.</summary>
    public long Reports => sandbox.Server.Tenant.Counters.Of("graph.copilotReport");

    public static async Task<PlayedSandbox> StartAsync(int size = 60)
    {
        var run = Run with { People = size };
        var played = new PlayedSandbox(await InteractiveSandbox.StartAsync(run, run.ReadOrganisation(), CancellationToken.None));
        var start = await played.http.GetFromJsonAsync<JsonNode>("/page/api/start");
        var people = played.sandbox.Server.Tenant.People;
        (played.Left, played.Right) = (people.ById((string)start!["suggested"]![0]!)!, people.ById((string)start["suggested"]![1]!)!);
        return played;
    }

    public async Task<JsonNode> ViewAsync() =>
        (await http.GetFromJsonAsync<JsonNode>($"/page/api/view?left={Left.Id}&right={Right.Id}"))!;

    public async Task<string> ApprovalsAsync()
    {
        using var pages = new AdminPages(new Uri(sandbox.AdminUrl, "/"));
        var council = sandbox.Server.Tenant.Roles.All.Single(given => given.Role == TenantRoles.WorksCouncil).ObjectId;
        var html = await pages.SignInAsync(sandbox.Server.Tenant.People.ByObjectId(council)!, "/admin/approvals", CancellationToken.None);
        return WebUtility.HtmlDecode(html);
    }

    public Task ChooseAsync(AiSource source) => PostAsync("/source", new { source = $"{source}" });

    public async Task PostAsync(string path, object? body = null)
    {
        using var answer = await http.PostAsJsonAsync("/page/api" + path, body ?? new { });
        answer.EnsureSuccessStatusCode();
        await sandbox.QuietAsync(CancellationToken.None);
    }

    /// <summary>Installs the app and joins with the calendar and one's own word and, if asked for, the organisation's sources.</summary>
    public async Task JoinAsync(Person person, bool sources)
    {
        await PostAsync($"/people/{person.Id}/install");
        var (id, card) = Newest(person);
        var view = new CardView(card);
        var inputs = view.Inputs();
        inputs["allowGaps"] = "true";
        inputs["allowAiUse"] = sources ? "true" : "false";
        inputs["allowSources"] = sources ? "true" : "false";
        await ClickAsync(person, id, "join", view, inputs);
    }

    /// <summary>Types to the bot.</summary>
    /// <returns>The card in the answer.</returns>
    public async Task<string> SayAsync(Person person, string text)
    {
        await PostAsync($"/people/{person.Id}/say", new { text });
        return Newest(person).Card;
    }

    /// <summary>Clicks a button on the newest card.</summary>
    public Task ClickAsync(Person person, string verb)
    {
        var (id, card) = Newest(person);
        return ClickAsync(person, id, verb, new CardView(card), []);
    }

    /// <summary>Moves the clock from event to event until somebody has an invitation: each gets theirs when it suits them.</summary>
    public async Task<(string Id, string Card)> InvitedAsync(Person person)
    {
        for (var step = 0; step < MostSteps && !Invitations(person).Any(); step++)
        {
            await PostAsync("/clock/next");
        }

        return Invitations(person).Last();
    }

    public async Task<string> WhyAsync(Person person, (string Id, string Card) invitation)
    {
        await ClickAsync(person, invitation.Id, "invitation.why", new CardView(invitation.Card), []);
        return Cards(person).Single(message => message.Id == invitation.Id).Card;
    }

    /// <summary>Everything in somebody's chat.</summary>
    public string ChatOf(Person person) => string.Join('\n', Cards(person).Select(message => message.Card));

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await sandbox.DisposeAsync();
    }

    private async Task ClickAsync(Person person, string messageId, string verb, CardView card, JsonObject inputs)
    {
        var data = card.Button(verb)?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in inputs)
        {
            data[name] = value?.DeepClone();
        }

        using var answer = await http.PostAsJsonAsync(
            $"/page/api/people/{person.Id}/click", new { messageId, type = "Action.Execute", verb, data });
        var outcome = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.That((string?)outcome["outcome"], Is.EqualTo("card"), outcome.ToJsonString());
    }

    private IEnumerable<(string Id, string Card)> Invitations(Person person) =>
        Cards(person).Where(message => CardView.Has(message.Card, "invitation.yes"));

    private (string Id, string Card) Newest(Person person) => Cards(person).Last();

    private IEnumerable<(string Id, string Card)> Cards(Person person) =>
        sandbox.Server.Tenant.Chats.Of(person).Messages.Where(message => message is { FromBot: true, CardJson: not null })
            .Select(message => (message.Id, JsonNode.Parse(message.CardJson!)!.ToJsonString(Readable)));
}
