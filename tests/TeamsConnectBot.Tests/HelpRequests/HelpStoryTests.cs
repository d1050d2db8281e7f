using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Data;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Privacy;

namespace TeamsConnectBot.Tests.HelpRequests;

/// <summary>A question from its sending to a week after the help.</summary>
internal sealed class HelpStoryTests : WorldTests
{
    private World world = null!;

    private Person Asker => world.People[0];

    [SetUp]
    public async Task PrepareAsync()
    {
        world = await StartAsync(SamplePeople.Of(14), HelpWorld.Settings);
        await world.PrepareAsync();
    }

    [Test]
    public async Task Question_WithAYes_LeadsToAMeetingAndToThanks()
    {
        var sent = await world.AskAsync(Asker);
        Assert.That(sent.Text, Does.Contain(HelpWorld.Words));
        Assert.That(world.Asked(), Is.Empty, "the first wave comes some minutes later");

        await world.WaveAsync(Asker, 0);
        var asked = world.Asked();
        Assert.That(asked, Has.Count.EqualTo(3));
        foreach (var person in asked)
        {
            var card = world.CardWith(person, "help.yes");
            Assert.That(card.Text, Does.Contain(HelpWorld.Words));
            Assert.That(card.Json, Does.Not.Contain(Asker.Name).And.Not.Contain(HelpWorld.IdOf(Asker)));
            Assert.That(card.Choices("slot"), Has.Count.InRange(1, 3));
        }

        // A 'no', and half a yes, change nothing for anybody else.
        await world.ClickAsync(asked[0], "help.notnow");
        await world.ClickAsync(asked[1], "help.yes");
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
        var helper = asked[1];
        await world.ClickAsync(helper, "help.yes", ("slot", "0"));

        Assert.That(world.CardOf(Asker).Text, Does.Contain(helper.Name).And.Contain(HelpWorld.Words));
        Assert.That(world.CardOf(helper).Text, Does.Contain(Asker.Name));
        Assert.That(world.PartnersOf(Asker), Is.EqualTo(new[] { helper }));
        Assert.That(world.Asked(), Is.Empty, "whoever else was asked reads that it is taken care of");
        Assert.That(world.MessagesTo(asked[2])[^1].CardJson, Does.Not.Contain(HelpWorld.Words).And.Not.Contain(helper.Name));

        await world.UntilAsync(world.EventOf(Asker).End + Duration.FromMinutes(20));
        Assert.That(world.HasButton(helper, "help.helped"), Is.False, "only the asker is asked");
        Assert.That(world.HasButton(Asker, "didYouMeet.yes") || world.HasButton(helper, "didYouMeet.yes"), Is.False);
        Assert.That((await world.ClickAsync(Asker, "help.helped")).Has("help.helped"), Is.True, "nothing was chosen");
        var thanking = await world.ClickAsync(Asker, "help.helped", ("helped", "yes"));
        Assert.That(thanking.Has("help.thanks"), Is.True);
        var row = (await world.QuestionOfAsync(Asker))!;
        var wrong = await world.SendAsync(Asker, row, "help.thanks", ("words", "kijk op https://contoso.example"));
        Assert.That(wrong.Json, Does.Contain("https://contoso.example"), "what was typed is not lost");
        Assert.That(world.CardOf(helper).Text, Does.Not.Contain("contoso.example"));
        await world.SendAsync(Asker, row, "help.thanks", ("words", "Dank je, dit scheelt me een middag"));
        await world.SendAsync(Asker, row, "help.thanks", ("words", "Nog eens dank"));
        Assert.That(world.MessagesTo(helper).Count(message => message.CardJson!.Contains("scheelt me een middag")), Is.EqualTo(1));
        Assert.That(world.MessagesTo(helper).Any(message => message.CardJson!.Contains("Nog eens")), Is.False);

        // It counts as contact, but in no figure of rounds.
        var contact = await world.ReadAsync(db => db.Participants.CountAsync(person => person.LastContactAt != null));
        Assert.That(contact, Is.EqualTo(2));
        var turns = await world.ReadAsync(db => db.Participants.CountAsync(person => person.TurnsLeftOut > 0));
        Assert.That(turns, Is.Zero);
        var week = await world.ReadAsync(db => Figures.PoolWeek.ReadAsync(
            db, row.PoolId, new LocalDate(2026, 3, 2), CancellationToken.None));
        Assert.That(week.Counted[Core.Insights.AggregateView.Met], Is.Empty);

        await world.UntilAsync(world.Now + Duration.FromDays(9));
        Assert.That(await world.ReadAsync(db => db.HelpRequests.CountAsync()), Is.Zero, "erased seven days after the end");
        Assert.That(await world.ReadAsync(db => db.HelpOffers.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Question_NobodyAnswers_IsToldAtTheAnnouncedMomentAndAskedNineTimesAtMost()
    {
        await world.AskAsync(Asker);
        var row = (await world.QuestionOfAsync(Asker))!;
        var before = world.MessagesTo(Asker).Count;
        await world.UntilAsync(row.HearsBy!.Value - Duration.FromMinutes(1));
        Assert.That(world.MessagesTo(Asker), Has.Count.EqualTo(before), "nothing before the moment");
        var offers = await world.ReadAsync(db => db.HelpOffers.ToListAsync());
        Assert.That(offers.CountBy(offer => offer.Wave).Select(wave => wave.Value), Is.EqualTo(new[] { 3, 3, 3 }));
        Assert.That(offers.Select(offer => offer.PersonId), Is.Unique.And.None.EqualTo(HelpWorld.IdOf(Asker)));

        await world.UntilAsync(row.HearsBy.Value);
        Assert.That(world.MessagesTo(Asker), Has.Count.EqualTo(before + 1));
        Assert.That(world.CardOf(Asker).Text, Does.Contain(SamplePeople.Host.Name));
        Assert.That(world.Asked(), Is.Empty);
        Assert.That((await world.SendAsync(Asker, row, "help.send")).Has("help.withdraw"), Is.False);

        // Whoever was silent is left alone longer; the earliest were asked long enough ago.
        var silent = await world.ReadAsync(db =>
            db.Helpers.Where(helper => helper.Silences > 0).Select(helper => helper.PersonId).ToListAsync());
        Assert.That(silent, Is.SupersetOf(offers.Where(offer => offer.Wave == 0).Select(offer => offer.PersonId)));
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 9, week: 1);
        await world.AskAsync(Asker, deadline: World.At(IsoDayOfWeek.Wednesday, 17, week: 1));
        await world.UntilAsync(IsoDayOfWeek.Wednesday, 16, week: 1);
        var again = await world.ReadAsync(db => db.HelpOffers.Where(offer => offer.RequestId != row.Id).Select(offer => offer.PersonId)
            .ToListAsync());
        Assert.That(again, Is.Not.Empty);
        Assert.That(again.Intersect(silent), Is.Empty);
    }

    [Test]
    public async Task Question_TwoYesesAtTheSameSecond_TakesExactlyOne()
    {
        await world.AskAsync(Asker);
        await world.WaveAsync(Asker, 0);
        var asked = world.Asked();
        var cards = asked.ToDictionary(person => person.Id, person => world.CardWith(person, "help.yes"));
        var answers = await Task.WhenAll(asked.Select(person => world.TapAsync(person, cards[person.Id], "help.yes", ("slot", "0"))));
        await world.QuietAsync();

        Assert.That(answers.Select(answer => answer.HttpStatus), Is.All.EqualTo(200));
        Assert.That(await world.ReadAsync(db => db.Meetings.CountAsync()), Is.EqualTo(1));
        var helper = world.PartnersOf(Asker).Single();
        foreach (var other in asked.Where(person => person.Id != helper.Id))
        {
            Assert.That(world.EventsOf(other), Is.Empty);
            Assert.That(world.MessagesTo(other)[^1].CardJson, Does.Not.Contain(helper.Name).And.Not.Contain(Asker.Name));
        }

        // A click that Teams delivers again changes nothing.
        var before = Messages();
        var again = await world.TapAsync(helper, cards[helper.Id], "help.yes", ("slot", "0"));
        await world.QuietAsync();
        Assert.That(again.HttpStatus, Is.EqualTo(200));
        Assert.That(await world.ReadAsync(db => db.Meetings.CountAsync()), Is.EqualTo(1));
        Assert.That((world.Tenant.Calendar.Live.Count, world.Tenant.Calendar.Created), Is.EqualTo((1, 1L)));
        Assert.That(Messages(), Is.EqualTo(before));

        List<int> Messages() => [.. world.Tenant.Chats.All.Select(chat => chat.Messages.Count(message => message.FromBot))];
    }

    [Test]
    public async Task Report_TellsTheHostOnceWithTheAuthor_AndNobodyWhoReported()
    {
        await world.AskAsync(Asker, "flauwekul over iemand");
        await world.WaveAsync(Asker, 0);
        var asked = world.Asked();
        Assert.That(world.MessagesTo(SamplePeople.Host).Any(message => message.CardJson!.Contains("flauwekul")), Is.False);
        await world.ClickAsync(asked[0], "help.report");
        var other = world.CardWith(asked[1], "help.report");
        await world.TapAsync(asked[1], other, "help.report");
        await world.QuietAsync();

        var told = world.MessagesTo(SamplePeople.Host).Where(message => message.CardJson!.Contains("flauwekul")).ToList();
        Assert.That(told, Has.Count.EqualTo(1));
        Assert.That(told[0].CardJson, Does.Contain(Asker.Name));
        Assert.That(asked.Where(person => told[0].CardJson!.Contains(person.Name)), Is.Empty);
        Assert.That((await world.QuestionOfAsync(Asker))!.State, Is.EqualTo(HelpRequestState.Open), "it goes on");

        // Erasing the asker takes the question from the host's card too.
        await world.Service.Services.GetRequiredService<PersonErasure>().EraseAsync(HelpWorld.IdOf(Asker), CancellationToken.None);
        await world.QuietAsync();
        Assert.That(world.MessagesTo(SamplePeople.Host).Any(message => message.CardJson!.Contains("flauwekul")), Is.False);
        Assert.That(world.Asked(), Is.Empty, "nobody is asked any more");
        Assert.That(world.People.Skip(1).SelectMany(world.MessagesTo).Any(message => message.CardJson!.Contains("flauwekul")), Is.False);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 17);
        Assert.That(await world.ReadAsync(db => db.DueTasks.CountAsync(
            task => task.Kind == DueTaskKind.AskColleagues || task.Kind == DueTaskKind.TellAsker)), Is.Zero);
    }

    [Test]
    public async Task Withdrawn_AfterItWasSent_ClosesTheOffersAndTellsNobody()
    {
        await world.AskAsync(Asker);
        await world.WaveAsync(Asker, 0);
        var asked = world.Asked();
        var old = world.CardWith(asked[0], "help.yes");
        var row = (await world.QuestionOfAsync(Asker))!;
        Assert.That((await world.PreviewAsync(Asker, "iets anders")).Row!.Id, Is.EqualTo(row.Id), "one question at a time");
        await world.SendAsync(Asker, row, "help.withdraw");
        Assert.That(world.Asked(), Is.Empty);
        await world.TapAsync(asked[0], old, "help.yes", ("slot", "0"));
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 17);
        Assert.That(await world.ReadAsync(db => db.Meetings.CountAsync()), Is.Zero);
        Assert.That(await world.ReadAsync(db => db.HelpOffers.CountAsync()), Is.EqualTo(3), "no further wave");
        Assert.That(await world.ReadAsync(db => db.Messages.CountAsync(
            message => message.Kind == MessageKind.HelpNotTaken || message.Kind == MessageKind.HelpNotNeeded)), Is.Zero);
        var next = await world.PreviewAsync(Asker, "iets anders", deadline: World.At(IsoDayOfWeek.Wednesday, 17));
        Assert.That(next.Row!.State, Is.EqualTo(HelpRequestState.Draft));
    }

    [Test]
    public async Task HelperLeaves_AfterTheYes_IsOffForTheAskerAndOthersAreAsked()
    {
        var helper = await world.FindHelperAsync(Asker);
        Assert.That(world.PartnersOf(Asker), Is.EqualTo(new[] { helper }));
        await world.Service.Services.GetRequiredService<PersonErasure>().EraseAsync(HelpWorld.IdOf(helper), CancellationToken.None);
        await world.QuietAsync();
        Assert.That(world.EventsOf(Asker), Is.Empty);
        Assert.That((await world.QuestionOfAsync(Asker))!.State, Is.EqualTo(HelpRequestState.Open));
        await world.WaveAsync(Asker, 1);
        var second = world.Asked();
        Assert.That(second, Has.Count.EqualTo(3));
        await world.ClickAsync(second[0], "help.yes", ("slot", "0"));
        Assert.That(world.PartnersOf(Asker), Is.EqualTo(new[] { second[0] }));
    }

    [Test]
    public async Task HelperStops_BeforeTheMeetingIsMade_IsSentNothingAboutIt()
    {
        using var down = world.Faults.Refuse("/v1.0/users/*/events", 503);
        var helper = await world.FindHelperAsync(Asker);
        await world.Server.Teams.SayAsync(helper, "stop");
        await world.QuietAsync();

        Assert.That((await world.QuestionOfAsync(Asker))!.State, Is.EqualTo(HelpRequestState.Open), "others are asked");
        Assert.That(await world.ReadAsync(db => db.Messages.CountAsync(message => message.Kind == MessageKind.HelpNotNeeded)), Is.Zero);
    }

    [Test]
    public async Task HelperCantMakeIt_OffersAnotherMomentBeforeTheDeadline()
    {
        var helper = await world.FindHelperAsync(Asker);
        var before = world.EventOf(Asker).Start;
        var choice = await world.ClickAsync(helper, "connection.cantMakeIt");
        Assert.That(choice.Choices("moment"), Is.Not.Empty);
        await world.ClickAsync(helper, "connection.move", ("moment", choice.Choices("moment")[0]));
        await world.UntilAsync(world.Now + Duration.FromMinutes(31));
        Assert.That(world.EventOf(Asker).Start, Is.Not.EqualTo(before));
        Assert.That(world.EventOf(Asker).End, Is.LessThanOrEqualTo(HelpWorld.Tomorrow));

        // The asker calls it off: nobody else is asked.
        await world.ClickAsync(Asker, "connection.cantMakeIt");
        await world.ClickAsync(Asker, "connection.callOff");
        await world.UntilAsync(world.Now + Duration.FromMinutes(31));
        Assert.That((await world.QuestionOfAsync(Asker))!.State, Is.EqualTo(HelpRequestState.Withdrawn));
        Assert.That(world.EventsOf(helper), Is.Empty);
    }

    [Test]
    public async Task HelperCantMakeIt_WithoutAnotherMoment_PromisesNoNextRound()
    {
        var helper = await world.FindHelperAsync(Asker);
        world.Calendars.Block(Asker, World.At(IsoDayOfWeek.Monday, 0), World.At(IsoDayOfWeek.Saturday, 0));

        var choice = await world.ClickAsync(helper, "connection.cantMakeIt");
        Assert.That(choice.Choices("moment"), Is.Empty);
        Assert.That(choice.Has("connection.callOff"), Is.True);
        Assert.That(choice.Text, Does.Not.Contain("ronde").And.Not.Contain("round"), "a question gives nobody a turn in a round");
    }

    [Test]
    public async Task GraphAway_WhileAWaveIsDue_WaitsAndNothingIsLost()
    {
        await world.AskAsync(Asker);
        var row = (await world.QuestionOfAsync(Asker))!;
        world.Faults.Refuse("/v1.0/*", 503);
        await world.UntilAsync(row.Waves[0] + Duration.FromMinutes(20));
        Assert.That(world.Asked(), Is.Empty);
        world.Faults.Clear();
        await world.UntilAsync(row.Waves[1] - Duration.FromMinutes(1));
        Assert.That(world.Asked(), Has.Count.EqualTo(3));

        world.Faults.Refuse("/v1.0/*", 503);
        await world.UntilAsync(row.HearsBy!.Value);
        Assert.That((await world.QuestionOfAsync(Asker))!.State, Is.EqualTo(HelpRequestState.NotTaken));
        Assert.That(world.CardOf(Asker).Text, Does.Contain(SamplePeople.Host.Name));
        world.Faults.Clear();
        await world.UntilAsync(row.HearsBy.Value + Duration.FromHours(2));
        Assert.That(await world.ReadAsync(db => db.HelpOffers.CountAsync()), Is.EqualTo(3), "never past the moment");
    }

    [Test]
    public async Task Clicks_ForgedOrFromSomebodyElse_AreRefused()
    {
        await world.AskAsync(Asker);
        await world.WaveAsync(Asker, 0);
        var asked = world.Asked();
        var row = (await world.QuestionOfAsync(Asker))!;
        var stranger = world.People.First(person => person.Id != Asker.Id && !asked.Contains(person));
        var card = world.CardWith(asked[0], "help.yes");
        foreach (var (person, data) in new[]
        {
            (stranger, card.Data("help.yes")),
            (asked[0], new JsonObject { ["id"] = (string?)card.Data("help.yes")["id"], ["nonce"] = "0" }),
            (stranger, new JsonObject { ["id"] = $"{row.Id}", ["nonce"] = row.Nonce }),
        })
        {
            await world.SendAsync(person, card, "help.yes", data, new JsonObject { ["slot"] = "0" });
            await world.SendAsync(person, card, "help.withdraw", data);
        }

        await world.TapAsync(asked[0], card, "help.yes", ("slot", "7"));
        await world.QuietAsync();
        Assert.That((await world.QuestionOfAsync(Asker))!.State, Is.EqualTo(HelpRequestState.Open));
        Assert.That(await world.ReadAsync(db => db.Meetings.CountAsync()), Is.Zero);
    }
}
