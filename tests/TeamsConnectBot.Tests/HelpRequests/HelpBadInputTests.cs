using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.HelpRequests.Rows;

namespace TeamsConnectBot.Tests.HelpRequests;

/// <summary>
/// What can be wrong with a question besides its words (those are in <see cref="AskTests"/>): somebody is mentioned, or its time has come.
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
        await world.TapAsync(asked[0], card, "help.yes", ("slot", "0"));
        Assert.That((await world.QuestionOfAsync(asker))!.State, Is.EqualTo(HelpRequestState.Open));

        await world.UntilAsync(row.HearsBy!.Value + Duration.FromMinutes(1));
        var late = await world.TapAsync(asked[0], card, "help.yes", ("slot", "1"));
        Assert.That(late.HttpStatus, Is.EqualTo(200));
        Assert.That((await world.QuestionOfAsync(asker))!.State, Is.EqualTo(HelpRequestState.NotTaken));
        Assert.That(await world.ReadAsync(db => db.Meetings.CountAsync()), Is.Zero);
    }
}
