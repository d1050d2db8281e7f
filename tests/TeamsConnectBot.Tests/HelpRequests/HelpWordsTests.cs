using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.HelpRequests.Rows;

namespace TeamsConnectBot.Tests.HelpRequests;

/// <summary>Answers that are typed instead of clicked, to the own question and to a colleague's.</summary>
internal sealed class HelpWordsTests : WorldTests
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
    public async Task TypedYesAndNo_AnswerTheOneThingTheyCanBeAbout_AndNothingElseAfterwards()
    {
        await SayAsync(Asker, "vraag draaitabellen in Excel, 20 min, morgen");
        await SayAsync(Asker, "ja");
        var row = (await world.QuestionOfAsync(Asker))!;
        Assert.That(row.State, Is.EqualTo(HelpRequestState.Open));
        await SayAsync(Asker, "ja");
        Assert.That((await world.QuestionOfAsync(Asker))!.State, Is.EqualTo(HelpRequestState.Open), "it is sent already");

        await world.WaveAsync(Asker, 0);
        var asked = world.Asked();
        await SayAsync(asked[0], "nee");
        Assert.That((await OfferOfAsync(asked[0])).State, Is.EqualTo(HelpOfferState.Answered));

        // A plain 'yes' does not say which moment suits, so the card is shown with its moments.
        await SayAsync(asked[1], "ja graag");
        Assert.That(world.CardOf(asked[1]).Choices("slot"), Has.Count.GreaterThan(1));
        Assert.That((await OfferOfAsync(asked[1])).State, Is.EqualTo(HelpOfferState.Open));
        await world.WriteAsync(async db =>
        {
            var offer = await db.HelpOffers.SingleAsync(offer => offer.PersonId == HelpWorld.IdOf(asked[1]));
            offer.Starts = [world.Now - Duration.FromMinutes(15), offer.Starts[^1]];
        });
        await SayAsync(asked[1], "ja");
        Assert.That((await OfferOfAsync(asked[1])).Ticked, Is.GreaterThan(world.Now), "the one moment that is left");
        Assert.That(world.PartnersOf(Asker), Is.EqualTo(new[] { asked[1] }));

        // Nobody is asked to meet again, and no click can say so; only the asker says whether it helped.
        await world.UntilAsync(world.EventOf(Asker).End + Duration.FromHours(1));
        await SayAsync(asked[1], "ja");
        foreach (var (person, verb) in new[] { (asked[1], "didYouMeet.three"), (Asker, "didYouMeet.three"), (Asker, "didYouMeet.again") })
        {
            var nonce = await world.ReadAsync(db => db.Members.Where(member => member.PersonId == HelpWorld.IdOf(person))
                .Select(member => member.Nonce).SingleAsync());
            var answer = await world.SendAsync(
                person, world.CardOf(person), verb, new JsonObject { ["id"] = $"{(await MeetingAsync()).Id}", ["nonce"] = nonce });
            Assert.That(answer.CardJson, Does.Not.Contain("didYouMeet."));
        }

        Assert.That((await MeetingAsync()).Members.Select(member => member.Answer), Is.All.EqualTo(MemberAnswer.Asked));
        Assert.That((await world.QuestionOfAsync(Asker))!.Outcome, Is.Null);
        await SayAsync(Asker, "ja");
        Assert.That((await world.QuestionOfAsync(Asker))!.Outcome, Is.EqualTo(HelpOutcome.Helped));
    }

    [Test]
    public async Task NeverMind_TakesTheQuestionBack_ButIsNotGuessedWhenItCanBeTwoThings()
    {
        await SayAsync(Asker, "vraag draaitabellen in Excel, 20 min, morgen");
        await SayAsync(Asker, "laat maar");
        Assert.That(await world.QuestionOfAsync(Asker), Is.Null, "a draft is thrown away");

        await world.AskAsync(Asker);
        await world.WaveAsync(Asker, 0);
        await AskForCompanyAsync(true);
        await SayAsync(Asker, "laat maar");
        Assert.That((await world.QuestionOfAsync(Asker))!.State, Is.EqualTo(HelpRequestState.Open), "it may be about company");
        await AskForCompanyAsync(false);
        await SayAsync(Asker, "laat maar");
        Assert.That((await world.QuestionOfAsync(Asker))!.State, Is.EqualTo(HelpRequestState.Withdrawn));
        Assert.That(world.Asked(), Is.Empty);
    }

    private async Task SayAsync(Person person, string text)
    {
        await world.Server.Teams.SayAsync(person, text);
        await world.QuietAsync();
    }

    private Task AskForCompanyAsync(bool asks) => world.WriteAsync(async db =>
    {
        var person = await db.Participants.SingleAsync(row => row.PersonId == HelpWorld.IdOf(Asker));
        person.AskedForCompanyAt = asks ? world.Now : null;
    });

    private Task<HelpOfferRow> OfferOfAsync(Person person) =>
        world.ReadAsync(db => db.HelpOffers.SingleAsync(offer => offer.PersonId == HelpWorld.IdOf(person)));

    private Task<MeetingRow> MeetingAsync() => world.ReadAsync(db => db.Meetings.Include(row => row.Members).SingleAsync());
}
