using System.Collections.Immutable;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Tests.Admin;
using TeamsConnectBot.Tests.Signals;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>
/// Runs an organisation for three weeks with every feature on and people in every possible relation to the app. Every Graph request
/// must be announced in the table, and be about only those people for whom the table allows it.
/// </summary>
internal sealed class AskedTests
{
    private const int Everybody = 20;
    private const string SearchedName = "Zz Gezocht";

    // The relations of the last people in the organisation, in this order; everybody before them has everything switched on.
    private static readonly Relation[] Others =
    [
        Relation.CalendarOff, Relation.SourcesOff, Relation.Paused, Relation.Withdrawn, Relation.Stopped, Relation.Erased,
        Relation.NeverJoined, Relation.WithoutTheApp,
    ];

    private static readonly Guid Admins = new("aaaaaaaa-0000-4000-8000-000000000001");

    // The first two people who are invited say yes, so they are on different sides.
    private static readonly Guid Mentors = new("bbbbbbbb-0000-4000-8000-000000000002");

    private readonly Dictionary<string, Relation> relations = new(StringComparer.Ordinal);

    private PrivacyWorld world = null!;
    private SharedChat channel = null!;
    private HashSet<string> inRitual = [];
    private HashSet<string> inQuestion = [];
    private Instant deadline;

    private enum Relation
    {
        Active,
        CalendarOff,
        SourcesOff,
        Paused,
        Withdrawn,
        Stopped,
        Erased,
        NeverJoined,
        WithoutTheApp,
    }

    private IReadOnlyList<AskedOfGraph> Asked => [.. world.Tenant.Tenant.Counters.Graph.Asked];

    private Person Owner => world.People[0];

    // This person has no role, and asks to see the rules.
    private Person RuleReader => world.People[2];

    private Person Asker => world.People[3];

    private Actor Admin => new(Owner.ObjectId.ToString(), Owner.Name, Role.Admin);

    private Actor Council => new(world.People[1].ObjectId.ToString(), world.People[1].Name, Role.WorksCouncil);

    [SetUp]
    public async Task StartAsync()
    {
        var service = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        ImmutableArray<BusyBlock> fridays = [.. new[] { 6, 13, 20, 27 }.Select(day => new LocalDate(2026, 3, day)).Select(FridayAfternoon)];
        world = await PrivacyWorld.StartAsync(
            Everybody,
            organisation => organisation with
            {
                People = [.. organisation.People.Select((person, index) => person with
                {
                    HasLicence = true, HiredOn = new LocalDate(2026, 2, 20), Name = index == Everybody - 1 ? SearchedName : person.Name,
                })],
                UsedAi = (_, _) => true,
                BusyTime = (_, from, to) => fridays.Where(block => block.Start < to && from < block.End),
            },
            new()
            {
                ["urls"] = service.ToString(),
                ["Signals:CopilotReport"] = "true",
                ["Signals:CopilotNotifications"] = "true",
                ["Signals:PublicUrl"] = service.ToString(),
                ["Signals:AgreedBy"] = "Ondernemingsraad, besluit 2026-14",
                ["Rituals:GroupMinimum"] = "5",
                ["Rituals:GroupMinimumAgreedBy"] = "Ondernemingsraad, besluit 2026-15",
                ["Roles:Admin:0"] = Admins.ToString(),
                ["Programme:Pools:0:Help:On"] = "true",
                ["Programme:Pools:0:Help:AgreedBy"] = "Ondernemingsraad, besluit 2026-15",
                ["Programme:Pools:0:Sides:0:GroupId"] = Mentors.ToString(),
                ["Programme:Pools:0:Sides:0:Name:nl"] = "mentor",
                ["Programme:Pools:0:Sides:0:Name:en"] = "a mentor",
                ["Programme:Pools:0:Sides:1:Name:nl"] = "iemand die een mentor zoekt",
                ["Programme:Pools:0:Sides:1:Name:en"] = "somebody who looks for a mentor",
            });
        world.Tenant.Tenant.Groups.Set(
            new TenantGroup(Mentors, "Mentors") { Members = [.. world.People.Where((_, index) => index is 0 or 2 or 4 or 6)] });
        world.Tenant.Tenant.Groups.Set(new TenantGroup(Admins, "Admins") { Members = [Owner] });
        await SetUpPeopleAsync();
    }

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task GraphRequests_OfThreeWeeks_AreAllAnnouncedAndAllowed()
    {
        world.Tenant.Tenant.Counters.Graph.Start();
        await RunThreeWeeksAsync();

        var unannounced = Asked.Where(asked => !AskedPeople.DataOf(asked).Any()).Select(asked => $"{asked}").Distinct();
        Assert.That(unannounced, Is.Empty, "these requests are not announced");
        Assert.That(ForbiddenRequests(), Is.Empty);
        Assert.That(world.Tenant.Tenant.Counters.Unexpected, Is.Empty);

        // A request proves something about the data that allows it for everybody it names; of the check only an admin is the cause.
        var used = Asked.SelectMany(asked => AskedPeople.DataOf(asked)
                .Where(category => AskedPeople.PeopleOf(asked, world.People).All(person => IsFor(category, person, asked))))
            .Select(category => category.Key).ToHashSet(StringComparer.Ordinal);
        var announced = Register.Categories
            .Where(category => category is { Asks.Count: > 0, Layer: not DataLayer.NamedForCheck }).Select(category => category.Key);
        Assert.That(announced, Is.SubsetOf(used), "every announced request must occur in this world, or the test proves nothing about it");
    }

    [Test]
    public async Task AdminPage_EveryFiveMinutes_ReadsOnlyTheGroupsOfTheSignedInPerson()
    {
        world.Tenant.EntraTokens.ChangePersonTokens = token => token.Claims["groups"] = new[] { Admins.ToString() };
        using var browser = new AdminBrowser(world.Tenant.Channel.Service!, world.Tenant.AuthorizeUrl);
        await browser.SignInAsync(Owner);
        world.Tenant.Tenant.Counters.Graph.Start();
        await browser.OpenAsync("/admin");
        Assert.That(Asked, Is.Empty, "the groups were already read at sign-in");

        await world.WriteAsync(db => db.AdminSessions.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.CheckedAt, SessionStore.Now - SessionRoles.CheckInterval - Duration.FromSeconds(1))));
        await browser.OpenAsync("/admin");

        var only = Asked.Single();
        var allowing = AskedPeople.DataOf(only).Where(category => IsFor(category, Owner, only));
        Assert.That(allowing.Select(category => category.Key), Is.EqualTo(new[] { "officeGroups" }));
        Assert.That(AskedPeople.PeopleOf(only, world.People), Is.EqualTo(new[] { Owner }));
        Assert.That(ForbiddenRequests(), Is.Empty);
    }

    [Test]
    public async Task Consents_WithdrawnByEverybody_StopTheirGraphRequests()
    {
        var layered = world.People.Where(person => relations[person.Id] is Relation.Active or Relation.CalendarOff or Relation.SourcesOff);
        foreach (var person in layered.ToList())
        {
            await WithdrawAsync(person);
            relations[person.Id] = Relation.Withdrawn;
        }

        world.Tenant.Tenant.Counters.Graph.Start();
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 16, 12, 0, 0, TimeSpan.Zero));

        Assert.That(ForbiddenRequests(), Is.Empty);
        var layers = Asked.SelectMany(AskedPeople.DataOf).Select(category => category.Layer).ToHashSet();
        Assert.That(layers, Has.None.AnyOf(DataLayer.Calendar, DataLayer.RitualAndCalendar));
        Assert.That(layers, Has.Member(DataLayer.Group), "rounds must have continued");
        var sources = Asked.Where(asked => asked.Path[0] == "copilot" || (asked.Path[0] == "subscriptions" && asked.Method != "DELETE"));
        Assert.That(sources, Is.Empty);
    }

    // For each person named in a request, some category that the request can be for must allow it, given the person's relation to the app.
    private List<string> ForbiddenRequests() =>
    [
        .. from asked in Asked
           from person in AskedPeople.PeopleOf(asked, world.People)
           where !AskedPeople.DataOf(asked).Any(category => IsFor(category, person, asked))
           select $"{relations[person.Id]}: {asked}",
    ];

    private bool IsFor(DataCategory category, Person person, AskedOfGraph asked)
    {
        var relation = relations[person.Id];
        var isIn = relation is Relation.Active or Relation.CalendarOff or Relation.SourcesOff or Relation.Paused or Relation.Withdrawn;
        var isCalendar = relation is Relation.Active or Relation.SourcesOff;
        var isInRitual = inRitual.Contains(person.ObjectId.ToString());
        return category.Layer switch
        {
            DataLayer.Group => true,
            DataLayer.Team => person.Id == Owner.Id,
            DataLayer.AskedForOffice => person.Id == Owner.Id || person.Id == RuleReader.Id,
            DataLayer.App when category.Key == "notWith" => person.Name == SearchedName,
            DataLayer.App => isIn || relation is Relation.Stopped or Relation.NeverJoined,
            DataLayer.Join => isIn || (category.Key == "events" && isInRitual),
            DataLayer.Calendar => isCalendar && IsAWeekOfARound(AskedPeople.WindowOf(asked), asked.At),
            DataLayer.HelpAndCalendar => isCalendar && inQuestion.Contains(person.ObjectId.ToString())
                && IsBeforeTheDeadline(AskedPeople.WindowOf(asked), asked.At),
            DataLayer.RitualAndCalendar => isCalendar && isInRitual && IsSoon(AskedPeople.WindowOf(asked), asked.At),
            DataLayer.Sources => relation is Relation.Active,
            DataLayer.Ritual => isInRitual,
            _ => false,
        };
    }

    private static BusyBlock FridayAfternoon(LocalDate day)
    {
        var start = day.At(new LocalTime(15, 0)).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).ToInstant();
        return new BusyBlock(start, start + Duration.FromHours(1), BusyStatus.Busy);
    }

    // As announced: four weeks.
    private static bool IsSoon(Interval window, Instant at) =>
        window.Start > at - Duration.FromHours(1) && window.End <= at + Duration.FromDays(28);

    // As announced: the week of the round, or the week after it.
    private static bool IsAWeekOfARound(Interval window, Instant at) =>
        window.Duration == Duration.FromDays(7)
        && (window.Start == Week.Of(at).Start || window.Start == Week.Of(at).Start + Duration.FromDays(7));

    private bool IsBeforeTheDeadline(Interval window, Instant at) => window.Start >= at && window.End <= deadline;

    private async Task SetUpPeopleAsync()
    {
        foreach (var (person, index) in world.People.Select((person, index) => (person, index)))
        {
            var other = index - (Everybody - Others.Length);
            var relation = relations[person.Id] = other < 0 ? Relation.Active : Others[other];
            if (relation == Relation.WithoutTheApp)
            {
                continue;
            }

            if (relation == Relation.NeverJoined)
            {
                await world.InstallAsync(person);
                continue;
            }

            var sources = relation is not (Relation.SourcesOff or Relation.CalendarOff);
            await world.JoinAsync(person, gaps: relation != Relation.CalendarOff, aiUse: true, sources: sources);
        }

        await world.Services.GetRequiredService<Publishing>()
            .SwitchAsync("newcomers-first-month", true, Admin, default);
        await world.Services.GetRequiredService<Approving>()
            .DecideAsync("newcomers-first-month", 1, true, Council, default);
        await PlanRitualAsync();
        foreach (var person in world.People)
        {
            await (relations[person.Id] switch
            {
                Relation.Paused => world.SayAsync(person, "pauze 8 weken"),
                Relation.Withdrawn => WithdrawAsync(person),
                Relation.Stopped => world.SayAsync(person, "stop"),
                Relation.Erased => world.EraseAsync(person),
                _ => Task.CompletedTask,
            });
        }

        // Everybody who still takes part wants to be asked for help, also those whose calendar may not be read for it.
        await world.WriteAsync(async db => db.Helpers.AddRange(
            (await db.Participants.Where(person => person.JoinedAt != null).Select(person => person.PersonId).ToListAsync())
                .Select(id => new HelperRow { PersonId = id, Anything = true })));
        inQuestion = await world.ReadAsync(db => db.Helpers.Select(helper => helper.PersonId).ToHashSetAsync());
        inRitual = await world.ReadAsync(db => db.RitualMembers.Select(member => member.PersonId).ToHashSetAsync());
    }

    private async Task PlanRitualAsync()
    {
        var tenant = world.Tenant.Tenant;
        channel = tenant.Spaces.AddTeam("Noord", [Owner], [.. world.People]);
        await world.Tenant.Channels.InstallAsync(channel, Owner);
        await SayInChannelAsync(Owner, "ritueel nieuw Vrijdagkoffie elke vrijdag 15:30");
        await ClickInChannelAsync(Owner, Verbs.RitualConfirm);
        foreach (var person in world.People.Where(person => relations[person.Id] is not (Relation.NeverJoined or Relation.WithoutTheApp)))
        {
            await SayInChannelAsync(person, "ritueel doe mee Vrijdagkoffie");
        }
    }

    private async Task RunThreeWeeksAsync()
    {
        await world.SayAsync(Owner, "logboek");
        await world.Services.GetRequiredService<DepartmentList>().ReadAsync(default);
        await world.SayAsync(RuleReader, "regels");
        await world.SayAsync(world.People[1], $"liever niet met {SearchedName}");
        await world.AdvanceToAsync(FirstRound.Invited);
        foreach (var person in world.People.Where(person => world.HasButton(person, Verbs.InvitationYes)).Take(2).ToList())
        {
            await FirstRound.SayYesAsync(world, person);
        }

        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await AskColleaguesAsync();
        await SayInChannelAsync(Owner, "ritueel sla over Vrijdagkoffie 13 maart");
        await ClickInChannelAsync(Owner, Verbs.RitualConfirm);
        await SayInChannelAsync(world.People[1], "ritueel doe mee Vrijdagkoffie");
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 28, 6, 0, 0, TimeSpan.Zero));
    }

    // On a Tuesday, with the last deadline that can be chosen, at an hour at which no round reads calendars.
    private async Task AskColleaguesAsync()
    {
        var before = Asked.Count;
        await world.SayAsync(Asker, "vraag draaitabellen in Excel, 20 min, 17 maart");
        await world.ClickAsync(Asker, Verbs.HelpSend);
        deadline = await world.ReadAsync(db => db.HelpRequests.Select(row => row.Deadline).SingleAsync());
        await world.AdvanceAsync(TimeSpan.FromMinutes(30));

        var windows = Asked.Skip(before).Where(asked => asked.Path[^1] == "getSchedule")
            .Select(asked => (asked.At, Window: AskedPeople.WindowOf(asked))).ToList();
        Assert.That(world.People.Count(person => world.HasButton(person, Verbs.HelpYes)), Is.EqualTo(3), "a wave was sent");
        Assert.That(windows.Max(read => read.Window.End), Is.EqualTo(deadline), "a wave reads as far as the deadline");
        Assert.That(windows.Where(read => !IsBeforeTheDeadline(read.Window, read.At)), Is.Empty);
    }

    private async Task WithdrawAsync(Person person)
    {
        await world.SayAsync(person, "voorkeuren");
        await world.ClickAsync(
            person, Verbs.SavePreferences,
            new() { [Inputs.AllowGaps] = "false", [Inputs.AllowAiUse] = "false", [Inputs.AllowSources] = "false" });
    }

    private async Task SayInChannelAsync(Person person, string text)
    {
        await world.Tenant.Channels.SayAsync(channel, person, text, []);
        await world.Clock.QuietAsync(default);
    }

    private async Task ClickInChannelAsync(Person person, string verb)
    {
        var message = channel.Messages.Last(message => message is { FromBot: true, Deleted: false } && message.HasButton(verb));
        var card = new CardView(message.CardJson!);
        await world.Tenant.Channels.ClickAsync(channel, person, message.Id, verb, card.Button(verb), card.Inputs());
        await world.Clock.QuietAsync(default);
    }
}
