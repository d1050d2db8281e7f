using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Sandbox.Teams;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>
/// A team with a general and a shared channel, each with a ritual in which the owner and a member take part; what Teams tells about
/// them; and the state after it.
/// </summary>
internal abstract class ChannelEventFixture
{
    protected const string Bot = ServiceChannel.BotPlaceholder;

    protected static readonly Outcome Nothing = new(GeneralWaits: false, SharedWaits: false, InGeneral: true, InShared: true);
    protected static readonly Outcome AllWaits = Nothing with { GeneralWaits = true, SharedWaits = true };
    protected static readonly Outcome SharedWaits = Nothing with { SharedWaits = true };

    private int teams;

    private RitualPlan plan = null!;

    protected RitualWorld Rituals { get; private set; } = null!;

    protected SharedChat General { get; set; } = null!;

    protected SharedChat Shared { get; set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Rituals = await RitualWorld.StartAsync();
        plan = (await Rituals.PlanAsync("Vrijdagkoffie elke vrijdag 15:30")).Plan;
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await Rituals.DisposeAsync();

    protected static JsonObject Members(string list, string id) =>
        new() { ["type"] = "conversationUpdate", [list] = new JsonArray(new JsonObject { ["id"] = id }) };

    // The placeholder is replaced by the member's id when the activity is sent.
    protected static JsonObject Leaver() => Members("membersRemoved", "{member}");

    protected static JsonObject Installation(string action) => new() { ["type"] = "installationUpdate", ["action"] = action };

    protected string NextName(string kind) => $"{kind} {++teams}";

    protected async Task PlanAsync()
    {
        General = Rituals.Tenant.Spaces.AddTeam(NextName("Team"), [Rituals.Owner], [.. Rituals.World.People]);
        Shared = Rituals.Tenant.Spaces.AddChannel(General.Team!, "Klant");
        (General.Installed, Shared.Installed) = (true, true);
        await PlanInAsync(General);
        await PlanInAsync(Shared);
    }

    // Rituals are written to the database directly; typed commands have tests of their own.
    protected Task PlanInAsync(SharedChat chat) => Rituals.World.WriteAsync(async db =>
    {
        var now = NodaTime.Instant.FromDateTimeOffset(Rituals.World.Clock.Now);
        var space = await db.Spaces.SingleOrDefaultAsync(row => row.ConversationId == chat.ConversationId);
        if (space is null)
        {
            space = new Space
            {
                Id = NewId(),
                ConversationId = chat.ConversationId,
                Kind = SpaceKind.Channel,
                TeamId = chat.Team!.ThreadId,
                GroupId = chat.Team.GroupId.ToString(),
                ServiceUrl = Rituals.World.Tenant.Channel.ServiceUrl,
                Language = "nl",
                Zone = "Europe/Amsterdam",
                AddedAt = now,
            };
            db.Spaces.Add(space);
        }

        var ritual = new Ritual { Id = NewId(), SpaceId = space.Id, Nonce = "n", Plan = plan, HandledUntil = now };
        db.Rituals.Add(ritual);
        db.RitualMembers.AddRange(
            new[] { Rituals.Owner, Rituals.Member }.Select(
                person => new RitualMember { RitualId = ritual.Id, PersonId = person.ObjectId.ToString(), Name = person.Name }));
    });

    protected async Task SendAsync(SharedChat chat, JsonObject activity, string? eventType, Action<JsonObject>? change = null)
    {
        var sent = activity.DeepClone().AsObject();
        sent["type"] ??= "conversationUpdate";
        string[] lists = ["membersAdded", "membersRemoved"];
        foreach (var member in lists.SelectMany(list => sent[list]?.AsArray() ?? []).OfType<JsonObject>())
        {
            if ((string?)member["id"] == "{member}")
            {
                (member["id"], member["aadObjectId"]) = (Rituals.Member.TeamsId, Rituals.Member.ObjectId.ToString());
            }
        }

        if (eventType is not null && chat.Team is not null)
        {
            sent["eventType"] = eventType;
        }

        // The activity is completed as the channel would complete it, then changed and posted directly.
        if (change is not null)
        {
            sent.Remove("eventType");
            sent["channelData"] = null;
            await PostAsync(chat, sent, eventType, change);
        }
        else
        {
            await Rituals.World.Tenant.Channel.SendAsync(chat, Rituals.Owner, sent, null, default);
        }

        await Rituals.World.Clock.QuietAsync(default);
    }

    private async Task PostAsync(SharedChat chat, JsonObject activity, string? eventType, Action<JsonObject> change)
    {
        var server = Rituals.World.Tenant;
        server.Channel.Address(Rituals.Tenant.Chats.Of(Rituals.Owner), activity);
        activity["conversation"] = new JsonObject
        {
            ["id"] = chat.ConversationId, ["conversationType"] = "channel", ["isGroup"] = true,
            ["tenantId"] = (string?)activity["conversation"]!["tenantId"],
        };
        var data = activity["channelData"]!.AsObject();
        data["team"] = new JsonObject { ["id"] = chat.Team!.ThreadId, ["aadGroupId"] = chat.Team.GroupId.ToString() };
        data["channel"] = new JsonObject { ["id"] = chat.ConversationId };
        data["eventType"] = eventType;
        change(data);
        var answer = await server.Channel.PostAsync(
            activity.ToJsonString(), server.ChannelTokens.Create(server.Channel.ServiceUrl), default);
        Assert.That(answer.Status, Is.InRange(200, 202));
    }

    protected Task<Outcome> OutcomeAsync() => Rituals.World.ReadAsync(async db =>
    {
        var member = Rituals.Member.ObjectId.ToString();
        async Task<(bool Waits, bool IsIn)> OfAsync(SharedChat chat)
        {
            var space = await db.Spaces.SingleAsync(row => row.ConversationId == chat.ConversationId);
            var rituals = await db.Rituals.Where(ritual => ritual.SpaceId == space.Id).Select(ritual => ritual.Id).ToListAsync();
            var owner = Rituals.Owner.ObjectId.ToString();
            Assert.That(
                await db.RitualMembers.CountAsync(
                    row => rituals.Contains(row.RitualId) && row.PersonId == owner), Is.EqualTo(1), "the owner never left");
            var isIn = await db.RitualMembers.AnyAsync(row => rituals.Contains(row.RitualId) && row.PersonId == member);
            return (space.LostAt is not null, isIn);
        }

        var (inGeneral, inShared) = (await OfAsync(General), await OfAsync(Shared));
        return new Outcome(inGeneral.Waits, inShared.Waits, inGeneral.IsIn, inShared.IsIn);
    });

    private Guid NewId() => Guid.CreateVersion7(Rituals.World.Clock.Now);

    /// <summary>The state before or after an event: which channels wait for the bot's return, and where the member takes part.</summary>
    protected sealed record Outcome(bool GeneralWaits, bool SharedWaits, bool InGeneral, bool InShared);
}
