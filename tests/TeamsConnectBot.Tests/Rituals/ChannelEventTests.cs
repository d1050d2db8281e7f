using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>
/// Every row of docs/channel-events.md. A team has a general and a shared channel, each with a ritual in which the owner and a
/// member take part; the state after the event is compared with what the row says.
/// </summary>
internal sealed class ChannelEventTests
{
    private const string Bot = ServiceChannel.BotPlaceholder;

    private static readonly Outcome Nothing = new(GeneralWaits: false, SharedWaits: false, InGeneral: true, InShared: true);
    private static readonly Outcome AllWaits = Nothing with { GeneralWaits = true, SharedWaits = true };
    private static readonly Outcome SharedWaits = Nothing with { SharedWaits = true };

    private static int teams;

    private RitualWorld world = null!;
    private RitualPlan plan = null!;
    private SharedChat general = null!;
    private SharedChat shared = null!;

    private static IEnumerable<TestCaseData> InATeam()
    {
        Case[] cases =
        [
            new("bot added to the team", Members("membersAdded", Bot), "teamMemberAdded", AllWaits, Nothing),
            new("bot added to the team", Members("membersAdded", Bot), null, AllWaits, Nothing),
            new(
                "bot allowed in one channel", Members("membersAdded", Bot), "channelMemberAdded", AllWaits,
                AllWaits with { SharedWaits = false }),
            new("bot removed from the team", Members("membersRemoved", Bot), "teamMemberRemoved", Nothing, AllWaits),
            new("bot removed from the team", Members("membersRemoved", Bot), null, Nothing, AllWaits),
            new("bot no longer allowed in one channel", Members("membersRemoved", Bot), "channelMemberRemoved", Nothing, SharedWaits),
            new("somebody joins the team", Members("membersAdded", "29:new"), "teamMemberAdded", AllWaits, AllWaits),
            new("somebody joins one channel", Members("membersAdded", "29:new"), "channelMemberAdded", AllWaits, AllWaits),
            new("somebody leaves the team", Leaver(), "teamMemberRemoved", Nothing, Nothing with { InGeneral = false, InShared = false }),
            new("somebody leaves the team", Leaver(), null, Nothing, Nothing with { InGeneral = false, InShared = false }),
            new("somebody leaves one channel", Leaver(), "channelMemberRemoved", Nothing, Nothing with { InShared = false }),
            new(
                "somebody leaves, without an Entra id", Unnamed(), "teamMemberRemoved", Nothing,
                Nothing with { InGeneral = false, InShared = false }, IsGone: true),
            new(
                "somebody leaves, without an Entra id", Unnamed(), "channelMemberRemoved", Nothing, Nothing with { InShared = false },
                IsGone: true),
            new("somebody leaves, without an Entra id", Unnamed(), "channelMemberRemoved", Nothing, Nothing),
            new("`channelCreated`", [], "channelCreated", Nothing, Nothing),
            new("`channelRenamed`", [], "channelRenamed", Nothing, Nothing),
            new("`channelDeleted`", [], "channelDeleted", Nothing, SharedWaits),
            new("`channelRestored`", [], "channelRestored", AllWaits, AllWaits with { SharedWaits = false }),
            new("`channelShared`", [], "channelShared", Nothing, Nothing),
            new("`channelUnshared`", [], "channelUnshared", Nothing, Nothing with { InShared = false }, IsGone: true),
            new("`channelUnshared`", [], "channelUnshared", Nothing, Nothing),
            new("`teamRenamed`", [], "teamRenamed", Nothing, Nothing),
            new("`teamArchived`", [], "teamArchived", Nothing, AllWaits),
            new("`teamUnarchived`", [], "teamUnarchived", AllWaits, Nothing),
            new("`teamDeleted`", [], "teamDeleted", Nothing, AllWaits),
            new("`teamHardDeleted`", [], "teamHardDeleted", Nothing, AllWaits),
            new("`teamRestored`", [], "teamRestored", AllWaits, Nothing),
            new("any other event", [], "channelPainted", Nothing, Nothing),
            new("`installationUpdate` `add` in a team or chat", Installation("add"), null, AllWaits, Nothing),
            new("`installationUpdate` `remove` in a team or chat", Installation("remove"), null, Nothing, AllWaits),
            new("`installationUpdate` `add-upgrade`", Installation("add-upgrade"), null, AllWaits, AllWaits),
            new("`installationUpdate` `remove-upgrade`", Installation("remove-upgrade"), null, Nothing, Nothing),
        ];
        return cases.Select(
            one => new TestCaseData(one).SetArgDisplayNames(one.Row, one.Event ?? "no event name", one.IsGone ? "gone" : ""));
    }

    private static readonly string[] OtherRows =
    [
        "bot added to a group chat", "bot removed from a group chat", "somebody leaves a group chat",
        "somebody is in their own chat", "bot added to somebody’s own chat", "somebody gone from their own chat",
        "bot removed from somebody’s own chat",
        "`installationUpdate` `add` in somebody’s own chat", "`installationUpdate` `remove` in somebody’s own chat",
    ];

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        world = await RitualWorld.StartAsync();
        plan = (await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30")).Plan;
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public void Rows_OfTheDocument_AllHaveACase()
    {
        var rows = Repository.ReadLines("docs", "channel-events.md")
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
            .Select(line => line.Split('|')[1].Trim()).Where(cell => cell != "Teams tells").ToList();

        Assert.That(rows, Is.Unique);
        Assert.That(rows, Is.EquivalentTo(InATeam().Select(test => ((Case)test.Arguments[0]!).Row).Concat(OtherRows).Distinct()));
    }

    [TestCaseSource(nameof(InATeam))]
    public async Task Event_InATeam_DoesWhatTheTableSaysAndNothingMoreTheSecondTime(object row)
    {
        var example = (Case)row;
        await PlanAsync();
        await SetWaitingAsync(example.Before);
        if (example.IsGone)
        {
            RemoveMemberSilently();
        }

        await SendEventAsync(example);
        Assert.That(await OutcomeAsync(), Is.EqualTo(example.After));

        var messages = general.Messages.Count + shared.Messages.Count;
        await SendEventAsync(example);
        Assert.That(await OutcomeAsync(), Is.EqualTo(example.After));
        Assert.That(general.Messages.Count + shared.Messages.Count, Is.EqualTo(messages));
    }

    [Test]
    public async Task SharedChannel_IdentifiedByItsIdOnly_IsRecognised()
    {
        await PlanAsync();

        await SendAsync(
            general, Leaver(), "channelMemberRemoved",
            data => data["channel"] = new JsonObject { ["id"] = shared.ConversationId, ["type"] = "shared" });

        Assert.That(await OutcomeAsync(), Is.EqualTo(Nothing with { InShared = false }));
    }

    [Test]
    public async Task SharedChannel_IdentifiedByItsConversationOnly_IsRecognised()
    {
        await PlanAsync();

        await SendAsync(shared, Members("membersRemoved", Bot), "channelMemberRemoved", data => data.Remove("channel"));

        Assert.That(await OutcomeAsync(), Is.EqualTo(SharedWaits));
    }

    [Test]
    public async Task Team_IdentifiedByItsGroupOnly_IsRecognised()
    {
        await PlanAsync();

        await SendAsync(
            general, [], "teamArchived", data => data["team"] = new JsonObject { ["aadGroupId"] = general.Team!.GroupId.ToString() });

        Assert.That(await OutcomeAsync(), Is.EqualTo(AllWaits));
    }

    [TestCase("8:orgid:{0}")]
    [TestCase("{0}")]
    public async Task Leaver_IdentifiedByTeamsOwnId_IsRecognised(string format)
    {
        await PlanAsync();
        var id = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, world.Member.ObjectId);

        await SendAsync(shared, Members("membersRemoved", id), "channelMemberRemoved");

        Assert.That(await OutcomeAsync(), Is.EqualTo(Nothing with { InShared = false }));
    }

    [Test]
    public async Task Leaver_WhoHasTheApp_IsRecognisedByTheirBotId()
    {
        await world.World.InstallAsync(world.Member);
        await PlanAsync();

        await SendAsync(shared, Members("membersRemoved", world.Member.TeamsId), "channelMemberRemoved");

        Assert.That(await OutcomeAsync(), Is.EqualTo(Nothing with { InShared = false }));
    }

    [Test]
    public async Task GroupChat_BotAndPeopleAddedAndRemoved_DoesWhatTheTableSays()
    {
        var chat = world.Tenant.Spaces.AddGroupChat($"Chat {++teams}", [.. world.World.People]);
        await world.Sandbox.Channels.InstallAsync(chat, world.Owner);
        await world.World.Clock.QuietAsync(default);
        Assert.That(chat.Messages.Count(message => message.FromBot), Is.EqualTo(1), "one welcome");
        (general, shared) = (chat, chat);
        await PlanInAsync(chat);

        await SendAsync(chat, Members("membersRemoved", Bot), null);
        Assert.That((await OutcomeAsync()).GeneralWaits, Is.True);
        await SendAsync(chat, Members("membersAdded", Bot), null);
        Assert.That(await OutcomeAsync(), Is.EqualTo(Nothing));
        await SendAsync(chat, Leaver(), null);
        Assert.That(await OutcomeAsync(), Is.EqualTo(Nothing with { InGeneral = false, InShared = false }));
    }

    [Test]
    public async Task PersonalChat_InstallationsAndMembers_DoWhatTheTableSays()
    {
        await using var own = await PrivacyWorld.StartAsync();
        var person = own.People[0];
        own.Tenant.Tenant.Chats.Of(person).Installed = true;
        Task<int> PeopleAsync() => own.ReadAsync(db => db.Participants.CountAsync());
        async Task SayAsync(JsonObject activity)
        {
            await own.Tenant.Channel.SendAsync(own.Tenant.Tenant.Chats.Of(person), activity, default);
            await own.Clock.QuietAsync(default);
        }

        await SayAsync(Members("membersAdded", Bot));
        Assert.That(await PeopleAsync(), Is.Zero, "only the installation event adds the person");
        await SayAsync(Members("membersAdded", person.TeamsId));
        await SayAsync(Installation("add"));
        await SayAsync(Installation("add-upgrade"));
        Assert.That(own.FromBot(person), Has.Count.EqualTo(1), "one welcome");
        await SayAsync(Members("membersRemoved", Bot));
        await SayAsync(Members("membersRemoved", person.TeamsId));
        await SayAsync(Installation("remove-upgrade"));
        Assert.That(await PeopleAsync(), Is.EqualTo(1), "the person is still in the directory");
        await SayAsync(Installation("remove"));
        Assert.That(await PeopleAsync(), Is.Zero);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task PersonalChat_OfSomebodyDeletedFromTheTenant_IsErasedAtOnce(bool namesThem)
    {
        await using var own = await PrivacyWorld.StartAsync();
        var person = own.People[0];
        await own.JoinAsync(person);
        await own.JoinAsync(own.People[1]);
        own.Tenant.Tenant.People.Delete(person);

        await own.Tenant.Channel.SendAsync(
            own.Tenant.Tenant.Chats.Of(person), Members("membersRemoved", namesThem ? person.TeamsId : "29:unknown"), default);
        await own.Clock.QuietAsync(default);

        Assert.That(
            await own.ReadAsync(
                db => db.Participants.Select(row => row.PersonId).ToListAsync()), Is.EqualTo(new[] { own.People[1].ObjectId.ToString() }));
    }

    private static JsonObject Members(string list, string id) =>
        new() { ["type"] = "conversationUpdate", [list] = new JsonArray(new JsonObject { ["id"] = id }) };

    // The placeholder is replaced by the member's id when the activity is sent.
    private static JsonObject Leaver() => Members("membersRemoved", "{member}");

    private static JsonObject Unnamed() => Members("membersRemoved", "29:nobody-knows");

    private static JsonObject Installation(string action) => new() { ["type"] = "installationUpdate", ["action"] = action };

    private async Task PlanAsync()
    {
        general = world.Tenant.Spaces.AddTeam($"Team {++teams}", [world.Owner], [.. world.World.People]);
        shared = world.Tenant.Spaces.AddChannel(general.Team!, "Klant");
        (general.Installed, shared.Installed) = (true, true);
        await PlanInAsync(general);
        await PlanInAsync(shared);
    }

    // Rituals are written to the database directly; typed commands have tests of their own.
    private Task PlanInAsync(SharedChat chat) => world.World.WriteAsync(async db =>
    {
        var now = NodaTime.Instant.FromDateTimeOffset(world.World.Clock.Now);
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
                ServiceUrl = world.World.Tenant.Channel.ServiceUrl,
                Language = "nl",
                Zone = "Europe/Amsterdam",
                AddedAt = now,
            };
            db.Spaces.Add(space);
        }

        var ritual = new Ritual { Id = NewId(), SpaceId = space.Id, Nonce = "n", Plan = plan, HandledUntil = now };
        db.Rituals.Add(ritual);
        db.RitualMembers.AddRange(
            new[] { world.Owner, world.Member }.Select(
                person => new RitualMember { RitualId = ritual.Id, PersonId = person.ObjectId.ToString(), Name = person.Name }));
    });

    private Guid NewId() => Guid.CreateVersion7(world.World.Clock.Now);

    private Task SetWaitingAsync(Outcome before) => world.World.WriteAsync(async db =>
    {
        var now = NodaTime.Instant.FromDateTimeOffset(world.World.Clock.Now);
        (await db.Spaces.SingleAsync(space => space.ConversationId == general.ConversationId)).LostAt = before.GeneralWaits ? now : null;
        (await db.Spaces.SingleAsync(space => space.ConversationId == shared.ConversationId)).LostAt = before.SharedWaits ? now : null;
    });

    private void RemoveMemberSilently()
    {
        var group = world.Tenant.Groups.Find(general.Team!.GroupId)!;
        world.Tenant.Groups.Set(group with { Members = group.Members.Remove(world.Member) });
    }

    private Task SendEventAsync(Case example) =>
        SendAsync(
            example.Event?.StartsWith("channel", StringComparison.Ordinal) == true ? shared : general, example.Activity, example.Event);

    private async Task SendAsync(SharedChat chat, JsonObject activity, string? eventType, Action<JsonObject>? change = null)
    {
        var sent = activity.DeepClone().AsObject();
        sent["type"] ??= "conversationUpdate";
        string[] lists = ["membersAdded", "membersRemoved"];
        foreach (var member in lists.SelectMany(list => sent[list]?.AsArray() ?? []).OfType<JsonObject>())
        {
            if ((string?)member["id"] == "{member}")
            {
                (member["id"], member["aadObjectId"]) = (world.Member.TeamsId, world.Member.ObjectId.ToString());
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
            await world.World.Tenant.Channel.SendAsync(chat, world.Owner, sent, null, default);
        }

        await world.World.Clock.QuietAsync(default);
    }

    private async Task PostAsync(SharedChat chat, JsonObject activity, string? eventType, Action<JsonObject> change)
    {
        var server = world.World.Tenant;
        server.Channel.Address(world.Tenant.Chats.Of(world.Owner), activity);
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

    private Task<Outcome> OutcomeAsync() => world.World.ReadAsync(async db =>
    {
        var member = world.Member.ObjectId.ToString();
        async Task<(bool Waits, bool IsIn)> OfAsync(SharedChat chat)
        {
            var space = await db.Spaces.SingleAsync(row => row.ConversationId == chat.ConversationId);
            var rituals = await db.Rituals.Where(ritual => ritual.SpaceId == space.Id).Select(ritual => ritual.Id).ToListAsync();
            var owner = world.Owner.ObjectId.ToString();
            Assert.That(
                await db.RitualMembers.CountAsync(
                    row => rituals.Contains(row.RitualId) && row.PersonId == owner), Is.EqualTo(1), "the owner never left");
            var isIn = await db.RitualMembers.AnyAsync(row => rituals.Contains(row.RitualId) && row.PersonId == member);
            return (space.LostAt is not null, isIn);
        }

        var (inGeneral, inShared) = (await OfAsync(general), await OfAsync(shared));
        return new Outcome(inGeneral.Waits, inShared.Waits, inGeneral.IsIn, inShared.IsIn);
    });

    /// <summary>The state before or after an event: which channels wait for the bot's return, and where the member takes part.</summary>
    private sealed record Outcome(bool GeneralWaits, bool SharedWaits, bool InGeneral, bool InShared);

    /// <param name="Row">The first cell of the row in the document.</param>
    /// <param name="Event">The name of the event; null where Teams gives none.</param>
    /// <param name="IsGone">Whether the member is no longer in the channel's member list.</param>
    private sealed record Case(string Row, JsonObject Activity, string? Event, Outcome Before, Outcome After, bool IsGone = false)
    {
        public override string ToString() => $"{Row} ({Event})";
    }
}
