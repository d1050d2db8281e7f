using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Data;
using TeamsConnectBot.Tests.Admin;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>
/// Nobody but the owner sees a person's band, answers, pauses, declines, free time or wishes, nor when they joined: every
/// endpoint and every command is asked as every role, and what comes back, the log, metrics and traces are searched for planted values.
/// </summary>
internal sealed class ManagerBlindTests
{
    // What answers nobody who opens it in a browser with success: Teams' door, files by name, doors that only lead elsewhere, and the
    // page that stands in for one that is not there.
    private static readonly string[] NoPages =
        ["/api/messages", "admin/sign-in/microsoft", "/admin/sign-in/microsoft", "/admin/language", "admin/no-access", "admin/problem"];

    // One language shows the same values; the admin, who sees most, and the lead, who might want to, use both.
    private static readonly string[] Languages = ["nl", "en"];

    private static readonly string[] RitualButtons =
    [
        Verbs.RitualConfirm, Verbs.RitualJoin, Verbs.RitualLeave, Verbs.OccurrenceCome, Verbs.OccurrenceTakeTurn, Verbs.OccurrencePassOn,
        Verbs.OccurrenceRemoveName, Verbs.VoteYes, Verbs.VoteNo,
    ];

    [Test]
    public async Task EveryEndpointAndCommand_AsEveryRole_ShowsNobodyAnythingOfAnotherPerson()
    {
        using var telemetry = new TelemetryReader();
        await using var world = await PlantedWorld.StartAsync();

        var own = await new ChatCrawler(world.Inner, world.Owner, "owner", Languages).CrawlAsync();
        Assert.That(
            world.Values.Where(value => !own.Any(seen => seen.Shows(value))).Select(value => value.What), Is.Empty,
            "its owner must be able to find it, or the crawl would look for what nobody could see");
        Assert.That(world.Inner.Log.All.SelectMany(line => new Seen("everybody", "the owner's own log lines", line).Leaks(world.Values)), Is.Empty);

        var leaks = new List<string>();
        var answered = new HashSet<string>();
        var (pages, chats) = (0, 0);
        foreach (var (role, person) in world.Roles)
        {
            foreach (var language in role == "admin" ? Languages : Languages[..1])
            {
                using var visitor = new Visitor(world.Inner.Tenant.Channel.Service!, world.Inner.Tenant.AuthorizeUrl) { Language = language };
                if (person is not null)
                {
                    await visitor.SignInAsync(person);
                }

                var crawler = new PageCrawler(world, visitor, role);
                var seen = await crawler.CrawlAsync();
                pages += seen.Count;
                answered.UnionWith(crawler.Answered);
                leaks.AddRange(seen.SelectMany(one => one.Leaks(world.Values)));
            }

            if (person is not null)
            {
                var seen = await new ChatCrawler(world.Inner, person, role, role == "lead" ? Languages : Languages[..1]).CrawlAsync();
                chats += seen.Count;
                leaks.AddRange(seen.SelectMany(one => one.Leaks(world.Values)));
            }
        }

        var channel = new ChannelCrawler(world.Inner, await world.AddTeamAsync());
        foreach (var (role, person) in world.Roles.Where(role => role.Person is not null).Append(("owner", world.Owner)))
        {
            var seen = await channel.CrawlAsync(person!, role);
            chats += seen.Count;
            leaks.AddRange(seen.SelectMany(one => one.Leaks(world.Values)));
        }

        leaks.AddRange(world.Inner.Log.All.SelectMany(line => new Seen("whoever reads it", "the log", line).Leaks(world.Values)));
        leaks.AddRange(telemetry.Lines.SelectMany(line => new Seen("whoever reads them", "metrics and traces", line).Leaks(world.Values)));
        var kinds = Enum.GetNames<MessageKind>().Concat(Enum.GetNames<DueTaskKind>()).ToHashSet();
        Assert.That(
            telemetry.Lines.SelectMany(line => line.Split(' ', ',', '[', ']')).Where(kinds.Contains), Is.Empty,
            "in a small pool the kind of a message tells what somebody answered");
        Assert.That(telemetry.Lines, Has.Some.StartsWith("teamsconnectbot.messages").And.Some.StartsWith("http.server.request.duration"), "or nothing was listened to");
        var endpoints = PageCrawler.EndpointsOf(world.Inner);
        TestContext.Out.WriteLine(
            $"{endpoints.Count} endpoints × {world.Roles.Count} roles: {pages} answers; {ChatCrawler.CommandsOf(world.Inner).Count} commands × {world.Roles.Count - 1} roles: "
            + $"{chats} messages; {world.Inner.Log.All.Count} log lines; {telemetry.Lines.Count} metrics and traces; {world.Values.Count} planted values, {leaks.Count} leaks");
        Assert.That(leaks.Distinct(), Is.Empty);
        Assert.That(endpoints.Select(endpoint => endpoint.RoutePattern.RawText!).Except(answered).Except(NoPages), Is.Empty, "an endpoint that answered no role was not really asked");
        Assert.That(answered, Does.Contain("/health/live").And.Contain("/health/ready"));
    }

    [Test]
    public async Task RitualButtonsAndCalendars_AsEveryRole_ShowNobodyAnythingOfAnotherPerson()
    {
        using var telemetry = new TelemetryReader();
        await using var world = await PlantedWorld.StartAsync();
        var people = world.Roles.Where(role => role.Person is not null).Select(role => (role.Role, Person: role.Person!)).ToList();
        var rituals = new RitualCrawler(world.Inner, await world.AddTeamAsync(without: world.Unwanted));
        var seen = new List<Seen>();

        seen.AddRange(await rituals.SayAsync(world.Lead, "lead", "ritueel nieuw Vrijdagkoffie elke vrijdag 15:30"));
        seen.AddRange(await rituals.SayAsync(world.Owner, "owner", "ritueel verlaat Vrijdagkoffie"));
        seen.AddRange(await rituals.SayAsync(world.Employee, "employee", "ritueel voorstel Wandelen elke woensdag 12:30"));
        foreach (var (role, person) in people)
        {
            seen.AddRange(await rituals.SayAsync(person, role, "ritueel doe mee Vrijdagkoffie"));
            seen.AddRange(await rituals.SayAsync(person, role, "ritueel toon Vrijdagkoffie"));
            seen.AddRange(await rituals.ClickAllAsync(person, role));
            seen.AddRange(rituals.Read());
        }

        await world.Inner.AdvanceToAsync(Round.Invited);
        foreach (var (_, person) in people)
        {
            await Round.SayYesAsync(world.Inner, person);
        }

        // Past the vote, the settling and the announcement of Friday's coffee.
        await world.Inner.AdvanceToAsync(Round.Invited.AddDays(3).AddHours(4));
        foreach (var (role, person) in people)
        {
            seen.AddRange(await rituals.ClickAllAsync(person, role));
            seen.AddRange(rituals.Read());
            seen.AddRange(world.Inner.FromBot(person)
                .Select(message => new Seen(role, "their own chat", $"{message.Text}\n{message.CardJson}\n{message.Summary}")));
        }

        await world.Inner.AdvanceToAsync(Round.Invited.AddDays(5));
        seen.AddRange(rituals.Read());
        var calendars = people.SelectMany(one => CalendarCrawler.Read(world.Inner, one.Role, one.Person.Mail!))
            .Concat(CalendarCrawler.Read(world.Inner, "whoever reads the service mailbox", world.Inner.Tenant.ServiceMailbox)).ToList();
        seen.AddRange(calendars);
        foreach (var (role, person) in people)
        {
            seen.AddRange(await rituals.ClickAllAsync(person, role, endings: true));
            seen.AddRange(rituals.Read());
        }

        seen.AddRange(world.Inner.Log.All.Select(line => new Seen("whoever reads it", "the log", line)));
        seen.AddRange(telemetry.Lines.Select(line => new Seen("whoever reads them", "metrics and traces", line)));

        TestContext.Out.WriteLine(
            $"{seen.Count} answers, messages and entries; {rituals.Clicked.Count} kinds of buttons; {calendars.Count} calendar entries");
        Assert.That(seen.SelectMany(one => one.Leaks(world.Values)).Distinct(), Is.Empty);
        var entries = calendars.Select(one => one.Where).Distinct().ToList();
        Assert.That(entries, Has.Some.Contains("Vrijdagkoffie").And.Some.Contains("'Koffie'"), "or there was nothing in the calendars");
        Assert.That(RitualButtons.Except(rituals.Clicked), Is.Empty, "or they were not all clicked");
    }

    [Test]
    public async Task EndpointThatLeaks_IsFound()
    {
        await using var world = await PlantedWorld.StartAsync(services => services.AddSingleton<IStartupFilter, LeakyEndpoint>());
        using var visitor = new Visitor(world.Inner.Tenant.Channel.Service!, world.Inner.Tenant.AuthorizeUrl);

        var seen = await new PageCrawler(world, visitor, "anonymous").CrawlAsync();

        Assert.That(seen.SelectMany(one => one.Leaks(world.Values)), Has.Some.StartsWith("anonymous learns their pause from GET /insight/pauses"));
    }
}
