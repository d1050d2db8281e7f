using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Book;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Tenant;
using TeamsConnectBot.Tests.Admin;
using TeamsConnectBot.Tests.Signals;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>
/// Announced is read: three weeks of an organisation with everything switched on, in which everybody stands differently to the
/// app. Whatever Graph is asked stands in the table, and is asked only of those the table says it is asked of.
/// </summary>
internal sealed class AskedTests
{
    private const int Everybody = 16;
    private const string SearchedName = "Zz Gezocht";

    // The last people of the organisation, in this order; everybody before them has everything switched on.
    private static readonly Standing[] Others =
    [
        Standing.CalendarOff, Standing.SourcesOff, Standing.Paused, Standing.Withdrawn, Standing.Stopped, Standing.Erased,
        Standing.NeverJoined, Standing.WithoutTheApp,
    ];

    private static readonly Guid Admins = new("aaaaaaaa-0000-4000-8000-000000000001");

    private readonly Dictionary<string, Standing> standings = new(StringComparer.Ordinal);

    private PrivacyWorld world = null!;
    private SharedChat channel = null!;
    private HashSet<string> inRitual = [];

    private enum Standing
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

    // Holds no office, and asks for the rules.
    private Person Curious => world.People[2];

    private Actor Admin => new(Owner.ObjectId.ToString(), Owner.Name, Offices.Admin);

    private Actor Council => new(world.People[1].ObjectId.ToString(), world.People[1].Name, Offices.WorksCouncil);

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
                ["Roles:Admin:0"] = Admins.ToString(),
            });
        world.Tenant.Tenant.Groups.Set(new TenantGroup(Admins, "Admins") { Members = [Owner] });
        await SettleInAsync();
    }

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Graph_IsAskedForNothingOutsideTheTable_OfAnybody()
    {
        world.Tenant.Tenant.Counters.Graph.Start();
        await LiveThreeWeeksAsync();

        var unannounced = Asked.Where(asked => !AskedPeople.DataOf(asked).Any()).Select(asked => $"{asked}").Distinct();
        Assert.That(unannounced, Is.Empty, "asked, and nowhere announced");
        Assert.That(Trespasses(), Is.Empty);
        Assert.That(world.Tenant.Tenant.Counters.Unexpected, Is.Empty);

        var used = Asked.SelectMany(AskedPeople.DataOf).Select(datum => datum.Key).ToHashSet(StringComparer.Ordinal);
        var asks = Announced.Data.Where(datum => datum.Asks.Count > 0).Select(datum => datum.Key);
        Assert.That(asks, Is.SubsetOf(used), "or this world proves nothing of it");
    }

    [Test]
    public async Task AdminPage_AsksEveryFiveMinutesForTheGroupsOfWhoeverIsSignedIn_AndOfNobodyElse()
    {
        world.Tenant.EntraTokens.ChangePersonTokens = token => token.Claims["groups"] = new[] { Admins.ToString() };
        using var visitor = new Visitor(world.Tenant.Channel.Service!, world.Tenant.AuthorizeUrl);
        await visitor.SignInAsync(Owner);
        world.Tenant.Tenant.Counters.Graph.Start();
        await visitor.OpenAsync("/admin");
        Assert.That(Asked, Is.Empty, "asked at the sign-in");

        await world.WriteAsync(db => db.AdminSessions.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.CheckedAt, SessionBook.Now - CurrentOffices.Holds - Duration.FromSeconds(1))));
        await visitor.OpenAsync("/admin");

        var only = Asked.Single();
        Assert.That(AskedPeople.DataOf(only).Select(datum => datum.Key), Is.EqualTo(new[] { "officeGroups" }));
        Assert.That(AskedPeople.PeopleOf(only, world.People), Is.EqualTo(new[] { Owner }));
        Assert.That(Trespasses(), Is.Empty);
    }

    [Test]
    public async Task Layers_WithdrawnByEverybody_AreAskedOfNobodyAnyMore()
    {
        var layered = world.People.Where(person => standings[person.Id] is Standing.Active or Standing.CalendarOff or Standing.SourcesOff);
        foreach (var person in layered.ToList())
        {
            await WithdrawAsync(person);
            standings[person.Id] = Standing.Withdrawn;
        }

        world.Tenant.Tenant.Counters.Graph.Start();
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 16, 12, 0, 0, TimeSpan.Zero));

        Assert.That(Trespasses(), Is.Empty);
        var layers = Asked.SelectMany(AskedPeople.DataOf).Select(datum => datum.Layer).ToHashSet();
        Assert.That(layers, Has.None.AnyOf(DataLayer.Calendar, DataLayer.RitualAndCalendar));
        Assert.That(layers, Has.Member(DataLayer.Group), "rounds went on");
        var sources = Asked.Where(asked => asked.Path[0] == "copilot" || (asked.Path[0] == "subscriptions" && asked.Method != "DELETE"));
        Assert.That(sources, Is.Empty);
    }

    // Every request is judged by each person it names: for some datum it can be for, they must stand as the datum's layer says.
    private List<string> Trespasses() =>
    [
        .. from asked in Asked
           from person in AskedPeople.PeopleOf(asked, world.People)
           where !AskedPeople.DataOf(asked).Any(datum => IsFor(datum, person, asked))
           select $"{standings[person.Id]}: {asked}",
    ];

    private bool IsFor(Datum datum, Person person, AskedOfGraph asked)
    {
        var standing = standings[person.Id];
        var isIn = standing is Standing.Active or Standing.CalendarOff or Standing.SourcesOff or Standing.Paused or Standing.Withdrawn;
        var isCalendar = standing is Standing.Active or Standing.SourcesOff;
        var isInRitual = inRitual.Contains(person.ObjectId.ToString());
        return datum.Layer switch
        {
            DataLayer.Group => true,
            DataLayer.Team => person.Id == Owner.Id,
            DataLayer.AskedForOffice => person.Id == Owner.Id || person.Id == Curious.Id,
            DataLayer.App when datum.Key == "notWith" => person.Name == SearchedName,
            DataLayer.App => isIn || standing is Standing.Stopped or Standing.NeverJoined,
            DataLayer.Join => isIn || (datum.Key == "events" && isInRitual),
            DataLayer.Calendar => isCalendar && AskedPeople.WindowOf(asked).Duration == Duration.FromDays(7),
            DataLayer.RitualAndCalendar => isCalendar && isInRitual && IsSoon(AskedPeople.WindowOf(asked), asked.At),
            DataLayer.Sources => standing is Standing.Active,
            DataLayer.Ritual => isInRitual,
            _ => false,
        };
    }

    private static BusyBlock FridayAfternoon(LocalDate day)
    {
        var start = day.At(new LocalTime(15, 0)).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).ToInstant();
        return new BusyBlock(start, start + Duration.FromHours(1), BusyStatus.Busy);
    }

    private static bool IsSoon(Interval window, Instant at) =>
        window.Start > at - Duration.FromDays(2) && window.End <= at + Duration.FromDays(60);

    private async Task SettleInAsync()
    {
        foreach (var (person, index) in world.People.Select((person, index) => (person, index)))
        {
            var fromOthers = index - (Everybody - Others.Length);
            var standing = standings[person.Id] = fromOthers < 0 ? Standing.Active : Others[fromOthers];
            if (standing == Standing.WithoutTheApp)
            {
                continue;
            }

            if (standing == Standing.NeverJoined)
            {
                await world.InstallAsync(person);
                continue;
            }

            var sources = standing is not (Standing.SourcesOff or Standing.CalendarOff);
            await world.JoinAsync(person, gaps: standing != Standing.CalendarOff, aiUse: true, sources: sources);
        }

        await world.Services.GetRequiredService<Publishing>()
            .SwitchAsync("newcomers-first-month", true, Admin, default);
        await world.Services.GetRequiredService<Approving>()
            .DecideAsync("newcomers-first-month", 1, true, Council, default);
        await PlanRitualAsync();
        foreach (var person in world.People)
        {
            await (standings[person.Id] switch
            {
                Standing.Paused => world.SayAsync(person, "pauze 8 weken"),
                Standing.Withdrawn => WithdrawAsync(person),
                Standing.Stopped => world.SayAsync(person, "stop"),
                Standing.Erased => EraseAsync(person),
                _ => Task.CompletedTask,
            });
        }

        inRitual = await world.ReadAsync(db => db.RitualMembers.Select(member => member.PersonId).ToHashSetAsync());
    }

    private async Task PlanRitualAsync()
    {
        var tenant = world.Tenant.Tenant;
        channel = tenant.Spaces.AddTeam("Noord", [Owner], [.. world.People]);
        await tenant.Channels.InstallAsync(channel, Owner);
        await SayInChannelAsync(Owner, "ritueel nieuw Vrijdagkoffie elke vrijdag 15:30");
        await ClickInChannelAsync(Owner, Verbs.RitualConfirm);
        foreach (var person in world.People.Where(person => standings[person.Id] is not (Standing.NeverJoined or Standing.WithoutTheApp)))
        {
            await SayInChannelAsync(person, "ritueel doe mee Vrijdagkoffie");
        }
    }

    private async Task LiveThreeWeeksAsync()
    {
        await world.SayAsync(Owner, "logboek");
        await world.Services.GetRequiredService<DepartmentList>().ReadAsync(default);
        await world.SayAsync(Curious, "regels");
        await world.SayAsync(world.People[1], $"liever niet met {SearchedName}");
        await world.AdvanceToAsync(Round.Invited);
        foreach (var person in world.People.Where(person => HasCard(person, Verbs.InvitationYes)).Take(2).ToList())
        {
            await Round.SayYesAsync(world, person);
        }

        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await SayInChannelAsync(Owner, "ritueel sla over Vrijdagkoffie 13 maart");
        await ClickInChannelAsync(Owner, Verbs.RitualConfirm);
        await SayInChannelAsync(world.People[1], "ritueel doe mee Vrijdagkoffie");
        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 28, 6, 0, 0, TimeSpan.Zero));
    }

    private bool HasCard(Person person, string verb) =>
        world.FromBot(person).Any(message => message.CardJson is { } json && new CardView(json).Has(verb));

    private async Task WithdrawAsync(Person person)
    {
        await world.SayAsync(person, "voorkeuren");
        await world.ClickAsync(
            person, Verbs.SavePreferences,
            new() { [Inputs.AllowGaps] = "false", [Inputs.AllowAiUse] = "false", [Inputs.AllowSources] = "false" });
    }

    private async Task EraseAsync(Person person)
    {
        await world.SayAsync(person, "vergeet mij");
        await world.ClickAsync(person, Verbs.Forget);
    }

    private async Task SayInChannelAsync(Person person, string text)
    {
        await world.Tenant.Tenant.Channels.SayAsync(channel, person, text, []);
        await world.Clock.QuietAsync(default);
    }

    private async Task ClickInChannelAsync(Person person, string verb)
    {
        var message = channel.Messages.Last(message =>
            message is { FromBot: true, Deleted: false, CardJson: { } json } && new CardView(json).Has(verb));
        var card = new CardView(message.CardJson!);
        await world.Tenant.Tenant.Channels.ClickAsync(channel, person, message.Id, verb, card.Button(verb), card.Inputs());
        await world.Clock.QuietAsync(default);
    }
}
