using Microsoft.AspNetCore.Hosting;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Data;
using TeamsConnectBot.Tests.Admin;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>
/// Nobody else can see a person's AI-use band, answers, pauses, declines, free time or choices, nor when they joined. Every endpoint and
/// every command is tried in every role, and all answers, the log, metrics and traces are searched for planted values.
/// </summary>
internal sealed class ManagerBlindTests
{
    // Endpoints that never answer a browser with a page: the one for Teams, files by name, redirects and error pages.
    private static readonly string[] NoPages =
        ["/api/messages", "admin/sign-in/microsoft", "/admin/sign-in/microsoft", "/admin/language", "admin/no-access", "admin/problem"];

    // The values are the same in both languages; only the admin, who sees most, and the lead, who is likeliest to look, use both.
    private static readonly string[] Languages = ["nl", "en"];

    private static readonly string[] RitualButtons =
    [
        Verbs.RitualConfirm, Verbs.RitualJoin, Verbs.RitualLeave, Verbs.OccurrenceCome, Verbs.OccurrenceTakeTurn, Verbs.OccurrencePassOn,
        Verbs.OccurrenceRemoveName, Verbs.VoteYes, Verbs.VoteNo,
    ];

    private static readonly string[] HelpButtons =
    [
        Verbs.HelpAsk, Verbs.HelpPreview, Verbs.HelpSend, Verbs.HelpWithdraw, Verbs.HelpYes, Verbs.HelpNotNow, Verbs.HelpReport,
        Verbs.HelpHelped, Verbs.HelpThanks, Verbs.HelpOffers,
    ];

    [Test]
    public async Task EveryEndpointAndCommand_InEveryRole_RevealsNothingOfAnotherPerson()
    {
        using var telemetry = new TelemetryReader();
        await using var world = await PlantedWorld.StartAsync();

        var own = await new ChatCrawler(world.Inner, world.Owner, "owner", Languages).CrawlAsync();
        Assert.That(
            world.Values.Where(value => !own.Any(seen => seen.Shows(value))).Select(value => value.What), Is.Empty,
            "the owner must be able to see every planted value, or the search for it proves nothing");
        Assert.That(
            world.Inner.Log.All.SelectMany(line => new CrawledText("everybody", "the owner's own log lines", line).Leaks(world.Values)),
            Is.Empty);

        // The owner's crawl ends with 'stop', which would take a question back.
        await new PlantedQuestions(world).PlantAsync();
        var leaks = new List<string>();
        var answered = new HashSet<string>();
        var clicked = new HashSet<string>();
        var (pages, chats) = (0, 0);
        foreach (var (role, person) in world.Roles)
        {
            foreach (var language in role == "admin" ? Languages : Languages[..1])
            {
                using var browser = new AdminBrowser(world.Inner.Tenant.Channel.Service!, world.Inner.Tenant.AuthorizeUrl)
                    { Language = language };
                if (person is not null)
                {
                    await browser.SignInAsync(person);
                }

                var crawler = new PageCrawler(world, browser, role);
                var seen = await crawler.CrawlAsync();
                pages += seen.Count;
                answered.UnionWith(crawler.Answered);
                leaks.AddRange(seen.SelectMany(one => one.Leaks(world.Values)));
            }

            if (person is not null)
            {
                var crawler = new ChatCrawler(world.Inner, person, role, role == "lead" ? Languages : Languages[..1]);
                var seen = await crawler.CrawlAsync();
                chats += seen.Count;
                clicked.UnionWith(crawler.Clicked);
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

        // What was reported to the host, and thanks, wait for working hours.
        await world.Inner.AdvanceToAsync(FirstRound.Invited);
        foreach (var (role, person) in world.Roles.Where(role => role.Person is not null))
        {
            leaks.AddRange(world.Inner.FromBot(person!)
                .SelectMany(message => CrawledText.Of(role, "their chat in the morning", message).Leaks(world.Values)));
        }

        leaks.AddRange(world.Inner.Log.All.SelectMany(line => new CrawledText("an operator", "the log", line).Leaks(world.Values)));
        leaks.AddRange(telemetry.Lines.SelectMany(line => new CrawledText("an operator", "metrics and traces", line).Leaks(world.Values)));
        var kinds = Enum.GetNames<MessageKind>().Concat(Enum.GetNames<DueTaskKind>()).ToHashSet();
        Assert.That(
            telemetry.Lines.SelectMany(line => line.Split(' ', ',', '[', ']')).Where(kinds.Contains), Is.Empty,
            "in a small pool, the kind of a message could reveal what somebody answered");
        Assert.That(
            telemetry.Lines, Has.Some.StartsWith("teamsconnectbot.messages").And.Some.StartsWith("http.server.request.duration"),
            "no telemetry was recorded");
        var endpoints = PageCrawler.EndpointsOf(world.Inner);
        TestContext.Out.WriteLine(
            $"{endpoints.Count} endpoints × {world.Roles.Count} roles: {pages} answers; "
            + $"{ChatCrawler.CommandsOf(world.Inner).Count} commands × {world.Roles.Count - 1} roles: {chats} messages; "
            + $"{world.Inner.Log.All.Count} log lines; {telemetry.Lines.Count} metrics and traces; "
            + $"{world.Values.Count} planted values, {leaks.Count} leaks");
        Assert.That(leaks.Distinct(), Is.Empty);
        Assert.That(HelpButtons.Except(clicked), Is.Empty, "these buttons were never clicked");
        var reported = world.Inner.FromBot(world.Host).Single(
            message => message.CardJson?.Contains(PlantedQuestions.Words, StringComparison.Ordinal) == true);
        Assert.That(
            reported.CardJson, Does.Contain(world.Owner.Name).And.Not.Contain(world.Employee.Name), "the host learns whose it is only");
        Assert.That(
            endpoints.Select(endpoint => endpoint.RoutePattern.RawText!).Except(answered).Except(NoPages), Is.Empty,
            "these endpoints answered no role, so they were not really tried");
        Assert.That(answered, Does.Contain("/health/live").And.Contain("/health/ready"));
    }

    [Test]
    public async Task RitualButtonsAndCalendars_InEveryRole_RevealNothingOfAnotherPerson()
    {
        using var telemetry = new TelemetryReader();
        await using var world = await PlantedWorld.StartAsync();
        var people = world.Roles.Where(role => role.Person is not null).Select(role => (role.Role, Person: role.Person!)).ToList();
        var rituals = new RitualCrawler(world.Inner, await world.AddTeamAsync(without: world.Unwanted));
        var seen = new List<CrawledText>();

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

        await world.Inner.AdvanceToAsync(FirstRound.Invited);
        foreach (var (_, person) in people)
        {
            await FirstRound.SayYesAsync(world.Inner, person);
        }

        // After the vote closed, the round was settled and Friday's coffee was announced.
        await world.Inner.AdvanceToAsync(FirstRound.Invited.AddDays(3).AddHours(4));
        foreach (var (role, person) in people)
        {
            seen.AddRange(await rituals.ClickAllAsync(person, role));
            seen.AddRange(rituals.Read());
            seen.AddRange(world.Inner.FromBot(person)
                .Select(message => CrawledText.Of(role, "their own chat", message)));
        }

        await world.Inner.AdvanceToAsync(FirstRound.Invited.AddDays(5));
        seen.AddRange(rituals.Read());
        var calendars = people.SelectMany(one => CalendarCrawler.Read(world.Inner, one.Role, one.Person.Mail!))
            .Concat(CalendarCrawler.Read(world.Inner, "a reader of the service mailbox", world.Inner.Tenant.ServiceMailbox)).ToList();
        seen.AddRange(calendars);
        foreach (var (role, person) in people)
        {
            seen.AddRange(await rituals.ClickAllAsync(person, role, endings: true));
            seen.AddRange(rituals.Read());
        }

        seen.AddRange(world.Inner.Log.All.Select(line => new CrawledText("an operator", "the log", line)));
        seen.AddRange(telemetry.Lines.Select(line => new CrawledText("an operator", "metrics and traces", line)));

        TestContext.Out.WriteLine(
            $"{seen.Count} answers, messages and entries; {rituals.Clicked.Count} kinds of buttons; {calendars.Count} calendar entries");
        Assert.That(seen.SelectMany(one => one.Leaks(world.Values)).Distinct(), Is.Empty);
        var entries = calendars.Select(one => one.Where).Distinct().ToList();
        Assert.That(entries, Has.Some.Contains("Vrijdagkoffie").And.Some.Contains("'Koffie'"), "the calendars had no entries to search");
        Assert.That(RitualButtons.Except(rituals.Clicked), Is.Empty, "these buttons were never clicked");
    }

    [Test]
    public async Task LeakingEndpoint_IsFound()
    {
        await using var world = await PlantedWorld.StartAsync(services => services.AddSingleton<IStartupFilter, LeakyEndpoint>());
        using var browser = new AdminBrowser(world.Inner.Tenant.Channel.Service!, world.Inner.Tenant.AuthorizeUrl);

        var seen = await new PageCrawler(world, browser, "anonymous").CrawlAsync();

        Assert.That(
            seen.SelectMany(one => one.Leaks(world.Values)), Has.Some.StartsWith("anonymous learns their pause from GET /insight/pauses"));
    }
}
