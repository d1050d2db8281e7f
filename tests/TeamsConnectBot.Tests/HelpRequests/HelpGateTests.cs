using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.HelpRequests;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Tests.HelpRequests;

/// <summary>Who can ask, who can be asked, and what happens when too few can.</summary>
internal sealed class HelpGateTests : WorldTests
{
    [Test]
    public async Task TenPeopleBesideTheAsker_AreAsked_AndNineGoToTheHost()
    {
        var world = await StartAsync(SamplePeople.Of(11), HelpWorld.Settings);
        await world.PrepareAsync();
        var asker = world.People[0];
        Assert.That((await world.PreviewAsync(asker)).Row!.IsForHost, Is.False);

        await world.WantAsync([world.People[5]], anything: false, "sudoku");
        Assert.That((await world.PreviewAsync(asker)).Row!.IsForHost, Is.True, "nine could be asked about this");
        await world.WantAsync([world.People[5]], anything: false, "Draaitabellen");
        Assert.That((await world.PreviewAsync(asker)).Row!.IsForHost, Is.False);

        // A colleague's wish not to meet the asker changes nothing that the asker could see.
        await world.Service.Services.GetRequiredService<DoNotMatchList>()
            .AddAsync(HelpWorld.IdOf(world.People[3]), HelpWorld.IdOf(asker), CancellationToken.None);
        Assert.That((await world.PreviewAsync(asker)).Row!.IsForHost, Is.False);

        await world.WantAsync([world.People[5]], anything: false, "sudoku");
        var (_, row) = await world.PreviewAsync(asker);
        Assert.That(row!.IsForHost, Is.True);
        await world.SendAsync(asker, row, "help.send");
        var told = world.MessagesTo(SamplePeople.Host)[^1].CardJson;
        Assert.That(told, Does.Contain(HelpWorld.Words).And.Contain(asker.Name));
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 17);
        Assert.That(await world.ReadAsync(db => db.HelpOffers.CountAsync()), Is.Zero);
        Assert.That((await world.QuestionOfAsync(asker))!.State, Is.EqualTo(HelpRequestState.WithHost));
    }

    [Test]
    public async Task SomethingChangedSinceItWasShown_IsShownFirst()
    {
        var world = await StartAsync(SamplePeople.Of(11), HelpWorld.Settings);
        await world.PrepareAsync();
        var asker = world.People[0];
        var (_, row) = await world.PreviewAsync(asker);
        await world.WantAsync([world.People[5]], anything: false);
        var again = await world.SendAsync(asker, row!, "help.send");
        Assert.That(again.Has("help.send"), Is.True, "it would go to the host now, which the card did not say");
        Assert.That((await world.QuestionOfAsync(asker))!.State, Is.EqualTo(HelpRequestState.Draft));
        await world.WantAsync([world.People[5]], anything: true);
        await world.SendAsync(asker, row!, "help.send");
        await world.UntilAsync(IsoDayOfWeek.Monday, 11);
        Assert.That((await world.SendAsync(asker, row!, "help.send")).Has("help.send"), Is.True, "the announced moment has moved");
        var sent = await world.SendAsync(asker, row!, "help.send");
        Assert.That(sent.Has("help.withdraw") && !sent.Has("help.send"), Is.True);
    }

    [Test]
    public async Task ManagersAndReports_AreNeverAsked()
    {
        // p01 manages the asker, and the asker manages p02.
        var people = SamplePeople.Of(14, (person, index) => index switch
        {
            0 => person with { ManagerId = "p01" },
            2 => person with { ManagerId = "p00" },
            _ => person,
        });
        var world = await StartAsync(people, HelpWorld.Settings);
        await world.PrepareAsync();
        await world.AskAsync(world.People[0]);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 17);
        var asked = await world.ReadAsync(db => db.HelpOffers.Select(offer => offer.PersonId).ToListAsync());
        Assert.That(asked, Has.Count.EqualTo(9));
        Assert.That(asked, Has.None.EqualTo(HelpWorld.IdOf(people[1])).And.None.EqualTo(HelpWorld.IdOf(people[2])));
    }

    [Test]
    public async Task Host_IsNeverAskedInTheirOwnPool_DoesNotCount_AndReadsWhy()
    {
        var (world, asker, host) = (await StartAsync(SamplePeople.Of(11), HelpWorld.Settings), SamplePeople.Of(1)[0], SamplePeople.Host);
        await world.PrepareAsync();
        await world.TapAsync(host, world.CardWith(host, "join"), "join", ("allowGaps", "true"), ("languages", "nl,en"));
        await world.Server.Teams.SayAsync(host, "vraag mij ook eens");
        await world.QuietAsync();
        await world.ClickAsync(host, "help.offers", ("askMe", "anything"));
        Assert.That(world.CardOf(host).Text, Does.Contain(Texts.For("nl").Helping.AskMeToo.HostIsNotAsked));

        await world.WantAsync([world.People[5]], anything: false, "sudoku");
        Assert.That((await world.PreviewAsync(asker)).Row!.IsForHost, Is.True, "nine beside the host");
        await world.WantAsync([world.People[5]], anything: true);

        // Nobody else may be asked this week.
        await world.WriteAsync(async db =>
        {
            foreach (var helper in await db.Helpers.Where(row => row.PersonId != HelpWorld.IdOf(host)).ToListAsync())
            {
                helper.LastAskedAt = world.Now;
            }
        });
        await world.AskAsync(asker);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 17);
        Assert.That((await world.QuestionOfAsync(asker))!.WavesSent, Is.EqualTo(3));
        Assert.That(await world.ReadAsync(db => db.HelpOffers.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Host_WhoWasAskedBeforeBecomingHost_DoesNotLearnTheAuthorByReporting()
    {
        var (world, host) = (await StartAsync(SamplePeople.Of(12), HelpWorld.Settings), SamplePeople.Host);
        await world.PrepareAsync();
        await world.AskAsync(world.People[0]);
        await world.WaveAsync(world.People[0], 0);
        var asked = world.Asked();
        var offer = await world.ReadAsync(db => db.HelpOffers.SingleAsync(row => row.PersonId == HelpWorld.IdOf(asked[0])));
        await world.WriteAsync(db => db.HelpOffers.Where(row => row.Id == offer.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.PersonId, HelpWorld.IdOf(host))));
        await world.Server.Teams.ClickAsync(
            host, world.MessagesTo(host)[0].Id, "help.report", new JsonObject { ["id"] = $"{offer.Id}", ["nonce"] = offer.Nonce });
        await world.QuietAsync();
        Assert.That(Told(), Is.Zero);

        await world.ClickAsync(asked[1], "help.report");
        Assert.That(Told(), Is.EqualTo(1), "somebody else's report still reaches the host");

        int Told() => world.MessagesTo(host).Count(message => message.CardJson!.Contains(world.People[0].Name));
    }

    [Test]
    public async Task Asker_WithoutAFreeMomentBetweenTheAnnouncedOneAndTheDeadline_ReadsSoAtOnce_AndCanChooseALaterDay()
    {
        var world = await StartAsync(SamplePeople.Of(12), HelpWorld.Settings);
        var asker = world.People[0];
        world.Calendars.Block(asker, World.At(IsoDayOfWeek.Tuesday, 7), World.At(IsoDayOfWeek.Tuesday, 20));
        await world.PrepareAsync();
        await world.Server.Teams.SayAsync(asker, $"vraag {HelpWorld.Words}, 20 min, morgen");
        await world.QuietAsync();

        var form = world.CardOf(asker);
        Assert.That(form.Text, Does.Contain("Daarna heb je tot dinsdag 3 maart 17:00 zelf geen 20 minuten vrij"));
        Assert.That((string?)form.Inputs()["words"], Is.EqualTo(HelpWorld.Words));
        Assert.That(await world.QuestionOfAsync(asker), Is.Null);

        Assert.That((await world.ClickAsync(asker, "help.preview", ("day", "2026-03-04"))).Has("help.send"), Is.True);
        Assert.That((await world.QuestionOfAsync(asker))!.State, Is.EqualTo(HelpRequestState.Draft));
    }

    [Test]
    public async Task Pool_SwitchedOnInTheSettings_WaitsForTheWorksCouncil()
    {
        var world = await StartAsync(
            SamplePeople.Of(12), HelpWorld.Settings.Where(setting => !setting.Key.EndsWith("AgreedBy", StringComparison.Ordinal)));
        await world.PrepareAsync();
        var asker = world.People[0];
        var approvals = world.Service.Services.GetRequiredService<HelpApprovals>();
        Assert.That((await world.PreviewAsync(asker)).Row, Is.Null);
        var waiting = (await approvals.WaitingAsync(CancellationToken.None)).Single();

        var admin = new Actor("a", "An Admin", Role.Admin);
        var council = new Actor("c", "A Member", Role.WorksCouncil);
        await approvals.DecideAsync(waiting.PoolId, new ApprovalAnswer(true), admin, CancellationToken.None);
        Assert.That((await world.PreviewAsync(asker)).Row, Is.Null, "an admin can't decide");
        await approvals.DecideAsync(waiting.PoolId, new ApprovalAnswer(true), council, CancellationToken.None);
        Assert.That((await world.PreviewAsync(asker)).Row, Is.Not.Null);
        Assert.That(await approvals.WaitingAsync(CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task EverythingStopped_AcceptsAndSendsNothing_AndGoesOnAfterwards()
    {
        var world = await StartAsync(SamplePeople.Of(12), HelpWorld.Settings);
        await world.PrepareAsync();
        await world.AskAsync(world.People[0]);
        var row = (await world.QuestionOfAsync(world.People[0]))!;
        var stop = world.Service.Services.GetRequiredService<EverythingStop>();
        var council = new Actor("c", "A Member", Role.WorksCouncil);
        await stop.StopAsync(council, CancellationToken.None);
        Assert.That((await world.PreviewAsync(world.People[1])).Row, Is.Null);
        await world.UntilAsync(row.Waves[0] + Duration.FromMinutes(30));
        Assert.That(world.Asked(), Is.Empty);

        await stop.StartAsync(council, CancellationToken.None);
        await world.QuietAsync();
        await world.UntilAsync(row.Waves[0] + Duration.FromMinutes(40));
        var asked = world.Asked();
        Assert.That(asked, Has.Count.EqualTo(3));
        await stop.StopAsync(council, CancellationToken.None);
        await world.ClickAsync(asked[0], "help.yes", ("slot", "0"));
        Assert.That(await world.ReadAsync(db => db.Meetings.CountAsync()), Is.Zero, "nobody is brought together during a stop");
        await stop.StartAsync(council, CancellationToken.None);
        await world.TapAsync(asked[1], world.CardWith(asked[1], "help.yes"), "help.yes", ("slot", "0"));
        await world.QuietAsync();
        Assert.That(world.PartnersOf(world.People[0]), Is.EqualTo(new[] { asked[1] }));
    }

    [Test]
    public async Task Offers_AreTheHelpersOwnFreeMomentsBeforeTheDeadline()
    {
        var world = await StartAsync(SamplePeople.Of(12), HelpWorld.Settings);
        var busy = world.People.Skip(2).ToList();
        foreach (var person in busy)
        {
            world.Calendars.Block(person, World.At(IsoDayOfWeek.Monday, 7), World.At(IsoDayOfWeek.Tuesday, 20));
        }

        // p01 is free for an hour on Tuesday, from 14:15 on with the margin around other appointments. The asker has half of it.
        world.Calendars.Block(world.People[1], World.At(IsoDayOfWeek.Monday, 7), World.At(IsoDayOfWeek.Tuesday, 13, 50));
        world.Calendars.Block(world.People[1], World.At(IsoDayOfWeek.Tuesday, 15, 40), World.At(IsoDayOfWeek.Tuesday, 20));
        world.Calendars.Block(world.People[0], World.At(IsoDayOfWeek.Tuesday, 15, 10), World.At(IsoDayOfWeek.Tuesday, 17));
        await world.PrepareAsync();
        await world.AskAsync(world.People[0], minutes: 15);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 11);
        var question = (await world.QuestionOfAsync(world.People[0]))!;
        Assert.That((question.State, question.WavesSent), Is.EqualTo((HelpRequestState.Open, 3)), $"the asker hears by {question.HearsBy}");
        var offer = await world.ReadAsync(db => db.HelpOffers.SingleAsync());
        Assert.That(offer.PersonId, Is.EqualTo(HelpWorld.IdOf(world.People[1])));
        Assert.That(
            offer.Starts, Is.EqualTo(new[] { World.At(IsoDayOfWeek.Tuesday, 14, 15), World.At(IsoDayOfWeek.Tuesday, 14, 30) }));
    }
}
