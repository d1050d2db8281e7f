using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Tests.Privacy;
using TeamsConnectBot.Tests.Rituals;
using TeamsConnectBot.Topics;

namespace TeamsConnectBot.Tests.Rounds;

/// <summary>Lunch, learning from a colleague and topics in common, from the card they are chosen on to the card of the meeting.</summary>
internal sealed class InterestsStoryTests
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    private PrivacyWorld world = null!;

    private Person Anna => world.People[0];

    private Person Bas => world.People[1];

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Lunch_OnlyKindChosen_IsInvitedToAndMetForOverLunchTimeOnly()
    {
        await StartAsync();
        await ChooseAsync(Anna, (Inputs.Kinds, "Lunch"));
        await MeetAsync();

        var invitation = await world.ReadAsync(db => db.Invitations.SingleAsync(row => row.PersonId == Id(Anna)));
        Assert.That(invitation.Offer, Is.EqualTo(Offer.Lunch));
        Assert.That(invitation.Gaps.Select(gap => IsAtLunch(invitation.Week.Of(gap), "12:00", "13:30")), Is.Not.Empty.And.All.True);
        var meeting = await world.ReadAsync(db => db.Meetings.SingleAsync());
        Assert.That((meeting.Offer, meeting.Minutes), Is.EqualTo((Offer.Lunch, 30)));
        Assert.That(IsAtLunch(meeting.Time, "12:00", "13:30"), Is.True);
        Assert.That(world.FromBot(Bas)[^1].CardJson, Does.Contain($"Lunch met {Anna.Name}"));

        // Another time is over lunch, too.
        await world.ClickAsync(Bas, Verbs.MeetingCantMakeIt);
        var choosing = (await world.ReadAsync(db => db.Meetings.Include(row => row.Members).SingleAsync())).Members
            .Single(member => member.PersonId == Id(Bas));
        Assert.That(
            choosing.OtherGaps!.Select(gap => IsAtLunch(invitation.Week.Of(gap), "12:00", "13:30")), Is.Not.Empty.And.All.True);
    }

    [Test]
    public async Task Lunch_InAPoolWithABreakOfAnHour_TakesThreeQuartersWithinTheBreakAndNothingElseDoes()
    {
        await StartAsync(("Programme:Pools:0:LunchBreak", "12:15-13:15"), ("Programme:Pools:0:Minutes", "60"));
        await world.JoinAsync(world.People[2]);
        await world.JoinAsync(world.People[3]);
        await ChooseAsync(Anna, (Inputs.Kinds, "Lunch"));
        await ChooseAsync(Bas, (Inputs.Kinds, "Lunch,Coffee"));
        Assert.That(
            await world.SayAsync(world.People[2], "voorkeuren"), Does.Contain("\"value\":\"Coffee,Walk,CoWorking,Learning\""),
            "nobody gives up the break without choosing lunch");
        await world.AdvanceToAsync(FirstRound.Invited);

        var invitations = await world.ReadAsync(db => db.Invitations.ToDictionaryAsync(row => row.PersonId));
        var annas = invitations[Id(Anna)];
        Assert.That(annas.Gaps.Select(gap => (IsAtLunch(annas.Week.Of(gap), "12:15", "13:15"), gap.Length)), Is.All.EqualTo((true, 3)));
        Assert.That(world.FromBot(Anna)[^1].CardJson, Does.Contain("Lunchen met een collega?").And.Contain("45 minuten"));
        var others = invitations.Values.Where(row => row.PersonId != Id(Anna) && row.PersonId != Id(Bas)).ToList();
        Assert.That(others, Is.Not.Empty);
        Assert.That(
            others.SelectMany(row => row.Gaps.Select(gap => row.Week.Of(gap)))
                .Any(time => !(time.End <= NoonOf(time, "12:15") || time.Start >= NoonOf(time, "13:15"))),
            Is.False);
        var bas = invitations[Id(Bas)];
        var marked = bas.Gaps.Count(gap => IsAtLunch(bas.Week.Of(gap), "12:15", "13:15"));
        Assert.That(
            world.FromBot(Bas)[^1].CardJson!.Split(", lunch\"").Length - 1, Is.EqualTo(bas.Offer == Offer.Lunch ? 0 : marked));

        await FirstRound.SayYesAsync(world, Anna);
        await FirstRound.SayYesAsync(world, Bas);
        await world.AdvanceToAsync(FirstRound.Settled);
        var meeting = await world.ReadAsync(db => db.Meetings.SingleAsync());
        Assert.That((meeting.Offer, meeting.Minutes), Is.EqualTo((Offer.Lunch, 45)));
        Assert.That(IsAtLunch(meeting.Time, "12:15", "13:15"), Is.True);
    }

    [Test]
    public async Task Learning_SomebodyWhoTellsAndSomebodyWhoWantsToLearn_MeetForIt_AndNobodyElseReadsIt()
    {
        await StartAsync();
        var chess = world.People[2];
        var walker = world.People[3];
        await world.JoinAsync(chess);
        await world.JoinAsync(walker);
        await ChooseAsync(Anna, (Inputs.Kinds, "Coffee,Learning"));
        Assert.That(
            await SaveTopicsAsync(Anna, (Inputs.LearnWords, "draaitabellen, fotograferen")), Does.Not.Contain("staat bij je voorkeuren"));
        await ChooseAsync(Bas, (Inputs.Kinds, "Coffee"));
        Assert.That(
            await SaveTopicsAsync(Bas, (Inputs.TellWords, "Draaitabellen in Excel")), Does.Contain("staat bij je voorkeuren nog uit"));
        await ChooseAsync(Bas, (Inputs.Kinds, "Coffee,Learning"));
        await ChooseAsync(chess, (Inputs.Kinds, "Learning"));
        await SaveTopicsAsync(chess, (Inputs.LearnWords, "schaken"));
        await world.AdvanceToAsync(FirstRound.Invited);

        Assert.That(world.FromBot(Anna)[^1].CardJson, Does.Not.Contain("draaitabellen").And.Not.Contain("Draaitabellen"));
        Assert.That(world.FromBot(chess)[^1].CardJson, Does.Contain("Is die er niet, dan wordt het iets anders"));
        foreach (var person in new[] { Anna, Bas, chess, walker })
        {
            await FirstRound.SayYesAsync(world, person);
        }

        await world.AdvanceToAsync(FirstRound.Settled);
        var meetings = await world.ReadAsync(db => db.Meetings.Include(row => row.Members).ToListAsync());
        var learning = meetings.Single(row => row.Offer == Offer.Learning);
        Assert.That(learning.Members.Select(member => member.PersonId), Is.EquivalentTo(new[] { Id(Anna), Id(Bas) }));
        Assert.That(
            meetings.Single(row => row != learning).Members.Select(member => member.PersonId),
            Is.EquivalentTo(new[] { Id(chess), Id(walker) }),
            "whoever finds nobody to learn from still meets somebody");

        var (annas, bass) = (world.FromBot(Anna)[^1].CardJson!, world.FromBot(Bas)[^1].CardJson!);
        Assert.That(annas, Does.Contain($"{Bas.Name} kan vertellen over wat jij wilt leren: draaitabellen."));
        Assert.That(
            CardText.Of(bass), Does.Contain("Jij kunt vertellen over: draaitabellen.").And.Contain("Over ‘draaitabellen’: "));
        Assert.That(bass, Does.Not.Contain("fotograferen"), "only what they have in common is shown");
        Assert.That(world.FromBot(walker)[^1].CardJson, Does.Not.Contain("schaken"));

        await world.EraseAsync(Bas);
        Assert.That(await world.ReadAsync(db => db.PersonTopics.AnyAsync(row => row.PersonId == Id(Bas))), Is.False);
        Assert.That(world.FromBot(Anna)[^1].CardJson, Does.Not.Contain("draaitabellen"));
    }

    [Test]
    public async Task Topics_BothChose_AreOnTheMeetingsCardWithAQuestionAboutThem_AndNowhereBefore()
    {
        await StartAsync();
        Assert.That(
            await SaveTopicsAsync(Anna, (Inputs.Topics, "Music,Cooking,Travel"), (Inputs.TopicWords, "moestuin, *schaken*")),
            Does.Contain(Texts.For("nl").Preferences.Saved));
        await SaveTopicsAsync(Bas, (Inputs.Topics, "Travel,Sport"), (Inputs.TopicWords, "muziek, De moestuin op het dak"));
        Assert.That(
            CardText.Of(await world.SayAsync(Bas, "voorkeuren")),
            Does.Contain("Waarover je graag praat: Sport en bewegen, Reizen, muziek, De moestuin op het dak."));
        await world.AdvanceToAsync(FirstRound.Invited);
        Assert.That(world.FromBot(Bas)[^1].CardJson, Does.Not.Contain("moestuin").And.Not.Contain("Muziek"));
        await FirstRound.SayYesAsync(world, Anna);
        await FirstRound.SayYesAsync(world, Bas);
        await world.AdvanceToAsync(FirstRound.Settled);

        var (annas, bass) = (world.FromBot(Anna)[^1].CardJson!, world.FromBot(Bas)[^1].CardJson!);
        Assert.That(annas, Does.Contain("Jullie kozen allebei: Muziek, Reizen, moestuin."));
        Assert.That(bass, Does.Contain("Jullie kozen allebei: Muziek, Reizen, moestuin."));
        Assert.That(bass, Does.Not.Contain("koken").And.Not.Contain("schaken"));
        Assert.That(annas, Does.Not.Contain("Sport").And.Not.Contain("dak"));
        var questions = Questions(annas).ToList();
        Assert.That(questions, Has.Count.EqualTo(1));
        Assert.That(Questions(bass), Is.EqualTo(questions), "both read the same question");

        Assert.That(
            await world.ExportAsTextAsync(Anna), Does.Contain("\"Listed\":[\"Music\",\"Cooking\",\"Travel\"]").And.Contain("moestuin"));
        await world.EraseAsync(Anna);
        Assert.That(await world.ReadAsync(db => db.PersonTopics.Select(row => row.PersonId).ToListAsync()), Is.EqualTo(new[] { Id(Bas) }));
        Assert.That(
            world.FromBot(Bas).Select(message => message.CardJson).Last(card => card?.Contains("collega") == true),
            Does.Not.Contain("moestuin"));
    }

    [Test]
    public async Task Topics_ThatCannotBeStored_AreNamedAndNothingTypedIsLost()
    {
        await StartAsync();
        await SaveTopicsAsync(Anna, (Inputs.TopicWords, "tuin"));
        (string Input, string Value, string Says)[] cases =
        [
            (Inputs.TopicWords, "een, twee, drie, vier, vijf, zes", "Waarover praat je graag? Hooguit 5. Haal er een weg."),
            (Inputs.TopicWords, new string('x', 41), "is langer dan 40 tekens. Maak het korter"),
            (Inputs.TellWords, "zie https://voorbeeld.nl", "Een link kan hier niet."),
            (Inputs.LearnWords, "wat @jan doet", "Een naam met @ of een mailadres kan hier niet."),
            (Inputs.LearnWords, "?!", "In ‘?!’ staan geen letters of cijfers."),
            (Inputs.Topics, "Music,Salary", "Waarover praat je graag? Kies onderwerpen uit de lijst."),
        ];
        foreach (var (input, value, says) in cases)
        {
            var card = await SaveTopicsAsync(Anna, (Inputs.TopicWords, "moestuin"), (input, value));
            Assert.That(CardText.Of(card), Does.Contain(says));
            if (input != Inputs.Topics)
            {
                Assert.That((string?)new CardView(card).Inputs()[input], Is.EqualTo(value));
            }
        }

        var row = await world.ReadAsync(db => db.PersonTopics.SingleAsync());
        Assert.That(row.Talk.Words, Is.EqualTo(new[] { "tuin" }), "nothing must be saved");
        await SaveTopicsAsync(Anna, (Inputs.TopicWords, " , tuin;  Tuin ,"));
        Assert.That((await world.ReadAsync(db => db.PersonTopics.SingleAsync())).Talk.Words, Is.EqualTo(new[] { "tuin" }));
        await SaveTopicsAsync(Anna, (Inputs.TopicWords, ""), (Inputs.TellWords, ""), (Inputs.LearnWords, ""));
        Assert.That(await world.ReadAsync(db => db.PersonTopics.AnyAsync()), Is.False, "without topics nothing is stored");
    }

    private async Task StartAsync(params (string Key, string Value)[] settings)
    {
        world = await PrivacyWorld.StartAsync(
            people: 4,
            change: organisation => organisation with
            {
                People = [.. organisation.People.Select(person => person with { Department = "Advies" })],
            },
            settings: settings.ToDictionary(one => one.Key, one => one.Value));
        await world.JoinAsync(Anna);
        await world.JoinAsync(Bas);
    }

    private async Task ChooseAsync(Person person, params (string Input, string Value)[] choices)
    {
        await world.SayAsync(person, "voorkeuren");
        var inputs = new JsonObject { [Inputs.AllowGaps] = "true" };
        foreach (var (input, value) in choices)
        {
            inputs[input] = value;
        }

        Assert.That(await world.ClickAsync(person, Verbs.SavePreferences, inputs), Does.Contain(Texts.For("nl").Preferences.Saved));
    }

    private async Task<string> SaveTopicsAsync(Person person, params (string Input, string Value)[] topics)
    {
        await world.SayAsync(person, "voorkeuren");
        await world.ClickAsync(person, Verbs.OpenTopics);
        var inputs = new JsonObject();
        foreach (var (input, value) in topics)
        {
            inputs[input] = value;
        }

        return await world.ClickAsync(person, Verbs.SaveTopics, inputs);
    }

    private async Task MeetAsync()
    {
        await world.AdvanceToAsync(FirstRound.Invited);
        await FirstRound.SayYesAsync(world, Anna);
        await FirstRound.SayYesAsync(world, Bas);
        await world.AdvanceToAsync(FirstRound.Settled);
    }

    // Every question that any of the topics they share could lead to, as far as the card shows it.
    private static IEnumerable<string> Questions(string card)
    {
        var texts = Texts.For("nl").Topics;
        var possible = ListedTopic.Shipped.Where(topic => topic.Key is "Music" or "Travel").Select(topic => topic.Question!.Nl)
            .Concat(texts.AnyTopicQuestions.Select(question => question.With(("topic", "moestuin"))));
        return possible.Where(CardText.Of(card).Contains);
    }

    private static bool IsAtLunch(Interval time, string from, string to) =>
        time.Start >= NoonOf(time, from) && time.End <= NoonOf(time, to);

    private static Instant NoonOf(Interval time, string clock) =>
        time.Start.InZone(Amsterdam).Date.At(NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(clock).Value)
            .InZoneStrictly(Amsterdam).ToInstant();

    private static string Id(Person person) => person.ObjectId.ToString();
}
