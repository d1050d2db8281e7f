using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Data;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Privacy;

namespace TeamsConnectBot.Tests.HelpRequests;

/// <summary>
/// What can be wrong with a question besides its words (most of those are in <see cref="AskTests"/>): somebody is mentioned, its time has
/// come, Graph is away, or its author is erased while others are asked.
/// </summary>
internal sealed class HelpBadInputTests : WorldTests
{
    [Test]
    public async Task Question_ThatMentionsSomebody_IsRefused_AndItsWordsStayInTheForm()
    {
        var world = await StartAsync(SamplePeople.Of(12), HelpWorld.Settings);
        await world.PrepareAsync();
        var (asker, mentioned) = (world.People[0], world.People[3]);
        await world.Server.Teams.SayAsync(asker, $"vraag draaitabellen voor <at>{mentioned.Name}</at>, 20 min", mentioned);
        await world.QuietAsync();

        Assert.That(world.CardOf(asker).Text, Does.Contain(Texts.For("nl").Helping.Problems.Mention));
        Assert.That(world.CardOf(asker).Json, Does.Contain("draaitabellen"));
        Assert.That(await world.QuestionOfAsync(asker), Is.Null);
    }

    [Test]
    public async Task Draft_WhoseDeadlineIsTooNearByNow_IsNotSent_AndItsWordsAreRepeated()
    {
        var world = await StartAsync(SamplePeople.Of(12), HelpWorld.Settings);
        await world.PrepareAsync();
        var asker = world.People[0];
        var (_, row) = await world.PreviewAsync(asker);
        foreach (var moment in new[] { World.At(IsoDayOfWeek.Tuesday, 16, 30), World.At(IsoDayOfWeek.Tuesday, 18) })
        {
            await world.UntilAsync(moment);
            var answer = await world.SendAsync(asker, row!, "help.send");
            Assert.That(answer.Text, Does.Contain(HelpWorld.Words));
            Assert.That(answer.Has("help.withdraw"), Is.False);
            Assert.That((await world.QuestionOfAsync(asker))!.State, Is.EqualTo(HelpRequestState.Draft));
        }

        Assert.That(await world.ReadAsync(db => db.HelpOffers.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task YesAfterTheMoment_OrToAMomentThatPassed_MakesNoMeeting()
    {
        var world = await StartAsync(SamplePeople.Of(12), HelpWorld.Settings);
        await world.PrepareAsync();
        var asker = world.People[0];
        await world.AskAsync(asker);
        await world.WaveAsync(asker, 0);
        var row = (await world.QuestionOfAsync(asker))!;
        var asked = world.Asked();
        var card = world.CardWith(asked[0], "help.yes");
        await world.WriteAsync(async db =>
        {
            foreach (var offer in await db.HelpOffers.ToListAsync())
            {
                offer.Starts = [world.Now - Duration.FromMinutes(15), .. offer.Starts.Skip(1)];
            }
        });
        var answered = await world.ClickAsync(asked[0], "help.yes", ("slot", "0"));
        Assert.That(answered.Text, Does.Contain(Texts.For(asked[0].Language[..2]).Helping.Offer.PassedMoment));
        Assert.That(answered.Choices("slot"), Is.EqualTo(new[] { "1", "2" }), "only moments that are still to come");
        Assert.That((await world.QuestionOfAsync(asker))!.State, Is.EqualTo(HelpRequestState.Open));

        await world.UntilAsync(row.HearsBy!.Value + Duration.FromMinutes(1));
        var late = await world.TapAsync(asked[0], card, "help.yes", ("slot", "1"));
        Assert.That(late.HttpStatus, Is.EqualTo(200));
        Assert.That((await world.QuestionOfAsync(asker))!.State, Is.EqualTo(HelpRequestState.NotTaken));
        Assert.That(await world.ReadAsync(db => db.Meetings.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Question_OfThousandsOfCharacters_IsRefused_AndItsBeginningStaysInTheForm()
    {
        var world = await StartAsync(SamplePeople.Of(12), HelpWorld.Settings);
        await world.PrepareAsync();
        var asker = world.People[0];
        await world.Server.Teams.SayAsync(asker, "vraag " + string.Concat(Enumerable.Repeat("draaitabel ", 2000)));
        await world.QuietAsync();

        var card = world.CardOf(asker);
        Assert.That((string?)card.Inputs()["words"], Does.StartWith("draaitabel draaitabel").And.Length.InRange(400, 500));
        Assert.That(card.Text, Does.Contain("er passen er 80"));
        Assert.That(await world.QuestionOfAsync(asker), Is.Null);
    }

    [Test]
    public async Task GraphAway_WhileAQuestionIsShownOrSent_SaysSo_RepeatsTheWords_AndAsksNobody()
    {
        var world = await StartAsync(SamplePeople.Of(12), HelpWorld.Settings);
        await world.PrepareAsync();
        var asker = world.People[0];
        var later = Texts.For("nl").Helping.Refusals.TryLater.Heading;
        using (world.Faults.Refuse("/v1.0/*", 503))
        {
            await world.Server.Teams.SayAsync(asker, $"vraag {HelpWorld.Words}, 20 min, morgen");
            await world.QuietAsync();
            Assert.That(world.CardOf(asker).Text, Does.Contain(later).And.Contain(HelpWorld.Words));
            Assert.That(await world.QuestionOfAsync(asker), Is.Null);
        }

        await world.UntilAsync(world.Now + Duration.FromMinutes(10));
        var (_, row) = await world.PreviewAsync(asker);
        using (world.Faults.Refuse("/v1.0/*", 503))
        {
            Assert.That((await world.SendAsync(asker, row!, "help.send")).Text, Does.Contain(later).And.Contain(HelpWorld.Words));
            Assert.That((await world.QuestionOfAsync(asker))!.State, Is.EqualTo(HelpRequestState.Draft));
        }

        await world.UntilAsync(world.Now + Duration.FromMinutes(10));
        Assert.That((await world.SendAsync(asker, row!, "help.send")).Has("help.withdraw"), Is.True);
    }

    [Test]
    public async Task AskerErased_WhileOthersAreAsked_LeavesNothingOfTheQuestion_AndNobodyIsAskedAnyMore()
    {
        var world = await StartAsync(SamplePeople.Of(12), HelpWorld.Settings);
        await world.PrepareAsync();
        var asker = world.People[0];
        await world.AskAsync(asker);
        await world.WaveAsync(asker, 0);
        var asked = world.Asked();
        var old = asked.ToDictionary(person => person.Id, person => world.CardWith(person, "help.yes"));
        await world.Service.Services.GetRequiredService<PersonErasure>().EraseAsync(HelpWorld.IdOf(asker), CancellationToken.None);
        await world.QuietAsync();

        foreach (var person in asked)
        {
            var noLonger = Texts.For(person.Language[..2]).Helping.Notes.NoLongerNeeded.Heading;
            Assert.That(world.CardOf(person).Text, Does.Contain(noLonger).And.Not.Contain(HelpWorld.Words));
            Assert.That((await world.TapAsync(person, old[person.Id], "help.yes", ("slot", "2"))).CardJson, Does.Contain(noLonger));
        }

        await world.UntilAsync(IsoDayOfWeek.Wednesday, 8);
        var left = world.People.Skip(1).SelectMany(world.MessagesTo).Where(message => message.CardJson!.Contains(HelpWorld.Words));
        Assert.That(left, Is.Empty);
        Assert.That(
            await world.ReadAsync(async db => (
                await db.HelpRequests.CountAsync(), await db.HelpOffers.CountAsync(), await db.Meetings.CountAsync(),
                await db.DueTasks.CountAsync(task => task.Kind == DueTaskKind.AskColleagues || task.Kind == DueTaskKind.TellAsker))),
            Is.EqualTo((0, 0, 0, 0)));
    }

    [Test]
    public async Task AskerErased_AfterAYes_CallsTheMeetingOff_AndTheHelperReadsIt()
    {
        var world = await StartAsync(SamplePeople.Of(12), HelpWorld.Settings);
        await world.PrepareAsync();
        var asker = world.People[0];
        var helper = await world.FindHelperAsync(asker);
        var before = world.MessagesTo(helper).Count;
        await world.Service.Services.GetRequiredService<PersonErasure>().EraseAsync(HelpWorld.IdOf(asker), CancellationToken.None);
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        Assert.That(world.EventsOf(helper), Is.Empty);
        Assert.That(world.MessagesTo(helper), Has.Count.EqualTo(before + 1));
        Assert.That(world.MessagesTo(helper).Count(message => message.CardJson!.Contains(asker.Name)), Is.Zero);
    }
}
