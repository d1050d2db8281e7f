using System.Collections.Immutable;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>
/// A team with a channel that has the bot; people do only what a test makes them do. It is Monday 2 March 2026, seven in the
/// morning in Amsterdam. The first person owns the team.
/// </summary>
internal sealed class RitualWorld : IAsyncDisposable
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    private RitualWorld(PrivacyWorld world, SharedChat channel) => (World, Channel) = (world, channel);

    public PrivacyWorld World { get; }

    public SharedChat Channel { get; private set; }

    public Person Owner => World.People[0];

    public Person Member => World.People[1];

    public SandboxServer Sandbox => World.Tenant;

    public SandboxTenant Tenant => Sandbox.Tenant;

    /// <summary>The texts of the bot's cards in the channel, as they are now.</summary>
    public List<string> Texts => [.. FromBot.Select(message => CardText.Of(message.CardJson))];

    public IReadOnlyList<ChatMessage> FromBot => [.. Channel.Messages.Where(message => message is { FromBot: true, Deleted: false })];

    public static async Task<RitualWorld> StartAsync(
        int people = 4, bool isGroupChat = false, int owners = 1, Func<OrganisationData, OrganisationData>? change = null,
        Dictionary<string, string>? settings = null, DateTimeOffset? start = null)
    {
        var world = await PrivacyWorld.StartAsync(people, change, settings, start: start);
        var spaces = world.Tenant.Tenant.Spaces;
        var channel = isGroupChat
            ? spaces.AddGroupChat("Lunch", [.. world.People])
            : spaces.AddTeam("Noord", [.. world.People.Take(owners)], [.. world.People]);
        var ritual = new RitualWorld(world, channel);
        await ritual.Sandbox.Channels.InstallAsync(channel, world.People[0]);
        await world.Clock.QuietAsync(default);
        return ritual;
    }

    /// <summary>Mentions the bot with this text and returns the text of the card it replies with.</summary>
    public async Task<string> SayAsync(Person person, string text, params Person[] mentioned)
    {
        await Sandbox.Channels.SayAsync(Channel, person, text, mentioned);
        await World.Clock.QuietAsync(default);
        return CardText.Of(FromBot[^1].CardJson);
    }

    /// <summary>Clicks a button of the newest card that has it.</summary>
    public async Task<InvokeAnswer> ClickAsync(Person person, string verb, JsonObject? inputs = null)
    {
        var message = FromBot.Last(message => message.CardJson is { } card && CardView.Has(card, verb));
        return await ClickAsync(person, message, verb, inputs);
    }

    public async Task<InvokeAnswer> ClickAsync(Person person, ChatMessage message, string verb, JsonObject? inputs = null)
    {
        var view = new CardView(message.CardJson!);
        var filledIn = view.Inputs();
        foreach (var (key, value) in inputs ?? [])
        {
            filledIn[key] = value?.DeepClone();
        }

        var answer = await Sandbox.Channels.ClickAsync(Channel, person, message.Id, verb, view.Button(verb), filledIn);
        await World.Clock.QuietAsync(default);
        return answer;
    }

    /// <summary>Clicks the same way and returns the text of the resulting card.</summary>
    public async Task<string> ClickTextAsync(Person person, string verb, JsonObject? inputs = null)
    {
        var answer = await ClickAsync(person, verb, inputs);
        Assert.That(answer.Ok, Is.True, answer.Message);
        return answer.CardJson is { } card ? CardText.Of(card) : answer.Message!;
    }

    /// <summary>Plans a ritual and confirms it.</summary>
    public async Task<Ritual> PlanAsync(string phrase)
    {
        await SayAsync(Owner, $"ritueel nieuw {phrase}");
        await ClickAsync(Owner, "ritual.confirm");
        return (await RitualsAsync())[^1];
    }

    /// <summary>Plans a ritual, confirms it, and has everybody in the team join.</summary>
    public async Task<Ritual> PlanForAllAsync(string phrase)
    {
        var ritual = await PlanAsync(phrase);
        await JoinAsync(ritual, false, [.. World.People]);
        return ritual;
    }

    /// <summary>Has people click 'Doe mee' on the card that says the ritual is planned.</summary>
    public async Task JoinAsync(Ritual ritual, bool allowsCalendar, params Person[] people)
    {
        var card = FromBot.First(
            message => message.CardJson is { } json && (string?)new CardView(json).Button("ritual.join")?["id"] == ritual.Id.ToString());
        foreach (var person in people)
        {
            var answer = await ClickAsync(
                person, card, "ritual.join", new JsonObject { ["ritualCalendar"] = allowsCalendar ? "true" : "false" });
            Assert.That(answer.Message, Does.Contain("komt in je agenda"));
        }
    }

    /// <summary>Has people vote on the newest card with the vote, each given by their number.</summary>
    public async Task VoteAsync(params (int Person, string Verb)[] votes)
    {
        foreach (var (person, verb) in votes)
        {
            Assert.That(await ClickTextAsync(World.People[person], verb), Does.Contain("Je stem is genoteerd"));
        }
    }

    /// <summary>Lets time pass until a local time in Amsterdam.</summary>
    public Task UntilAsync(int month, int day, int hour, int minute = 0) => World.AdvanceToAsync(At(month, day, hour, minute));

    public static DateTimeOffset At(int month, int day, int hour, int minute = 0) =>
        new LocalDateTime(2026, month, day, hour, minute).InZoneStrictly(Amsterdam).ToDateTimeOffset();

    public static Instant InstantAt(int month, int day, int hour, int minute = 0) =>
        Instant.FromDateTimeOffset(At(month, day, hour, minute));

    /// <summary>The channel's rituals, in the order they were planned.</summary>
    public Task<List<Ritual>> RitualsAsync() => World.ReadAsync(async db =>
    {
        var rituals = await db.Rituals
            .Where(ritual => db.Set<Space>().Any(space => space.Id == ritual.SpaceId && space.ConversationId == Channel.ConversationId))
            .OrderBy(ritual => ritual.Id).ToListAsync();

        // Ids made in the same millisecond of a stopped clock have no fixed order; changes never have the same time.
        var changes = (await db.RitualChanges.ToListAsync()).ToLookup(change => change.RitualId, change => change.At);
        return rituals.OrderBy(ritual => changes[ritual.Id].DefaultIfEmpty(Instant.MinValue).Min()).ToList();
    });

    /// <summary>How many drafts wait for confirmation in the channel.</summary>
    public Task<int> DraftsAsync() => World.ReadAsync(db => db.Drafts
        .CountAsync(draft => db.Set<Space>().Any(space => space.Id == draft.SpaceId && space.ConversationId == Channel.ConversationId)));

    /// <summary>Continues in a new channel of the team.</summary>
    public void UseNewChannel()
    {
        Channel = Tenant.Spaces.AddChannel(Channel.Team!, $"Kanaal {Tenant.Spaces.All.Count()}");
        Channel.Installed = true;
    }

    /// <summary>Continues in a new private or shared channel of the team, which does not have the app yet.</summary>
    public void UseNewChannel(ChannelKind kind, Func<ImmutableArray<Person>> members) => UseChannel(
        Tenant.Spaces.AddChannel(Channel.Team!, $"Kanaal {Tenant.Spaces.All.Count()}", kind, members));

    public void UseChannel(SharedChat channel) => Channel = channel;

    /// <summary>The times of the person's rituals in the service mailbox's calendar, in Amsterdam.</summary>
    public IReadOnlyList<LocalDateTime> CalendarOf(Person person, int untilMonth, int untilDay) =>
    [
        .. Tenant.Calendar.ServiceEventsOf(person.Mail!, Instant.FromDateTimeOffset(World.Clock.Now), InstantAt(untilMonth, untilDay, 23))
            .Select(item => item.Start.InZone(Amsterdam).LocalDateTime),
    ];

    /// <summary>The text of the newest announcement as it is now.</summary>
    public string Announcement() =>
        CardText.Of(FromBot.Last(message => message.CardJson?.Contains("occurrence.come", StringComparison.Ordinal) == true).CardJson);

    public int Announcements() => FromBot.Count(message => message.Summary == "Binnenkort in dit kanaal.");

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
