using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Rounds;

/// <summary>The choices on the preferences card, and how a round uses them.</summary>
internal sealed class PreferencesTests : OwnChatTests
{
    [SetUp]
    public async Task JoinAsync()
    {
        await World.JoinAsync(Anna);
        await World.JoinAsync(Bas);
    }

    protected override Task<PrivacyWorld> StartWorldAsync() => PrivacyWorld.StartAsync(people: 3);

    [Test]
    public async Task Walk_OnlyKindChosen_IsInvitedAndMetFor()
    {
        await ChooseAsync(Anna, (Inputs.Kinds, "Walk"));
        await MeetAsync();

        var asked = await World.ReadAsync(db => db.Invitations.ToDictionaryAsync(row => row.PersonId, row => row.Offer));
        Assert.That((asked[Id(Anna)], asked[Id(Bas)]), Is.EqualTo((Offer.Walk, Offer.Coffee)));
        Assert.That(await World.ReadAsync(db => db.Meetings.Select(row => row.Offer).ToListAsync()), Is.EqualTo(new[] { Offer.Walk }));
    }

    [Test]
    public async Task People_WithNoKindInCommon_AreNotMatched()
    {
        await ChooseAsync(Anna, (Inputs.Kinds, "Walk"));
        await ChooseAsync(Bas, (Inputs.Kinds, "CoWorking"));
        await World.AdvanceToAsync(FirstRound.Invited);

        Assert.That(await World.ReadAsync(db => db.Invitations.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task EverySecondWeek_NextRound_DoesNotInvite()
    {
        await ChooseAsync(Anna, (Inputs.Weeks, "2"));
        await MeetAsync();
        await World.AdvanceToAsync(FirstRound.Invited.AddDays(7));

        Assert.That(await World.ReadAsync(db => db.Rounds.CountAsync()), Is.EqualTo(2));
        Assert.That(await World.ReadAsync(db => db.Invitations.CountAsync(row => row.PersonId == Id(Anna))), Is.EqualTo(1));
    }

    [Test]
    public async Task Preferences_Saved_AreStoredAndExported()
    {
        await ChooseAsync(
            Anna, (Inputs.Kinds, "Walk,Coffee"), (Inputs.Company, "known"), (Inputs.Weeks, "4"), (Inputs.OtherDepartment, "true"));

        var chosen = (await World.ReadAsync(db => db.Participants.SingleAsync(row => row.PersonId == Id(Anna)))).Preferences;
        Assert.That((chosen.WeeksBetween, chosen.PrefersNewPeople, chosen.PrefersOtherDepartment), Is.EqualTo((4, false, true)));
        Assert.That(chosen.Kinds, Is.EqualTo(new[] { Offer.Coffee, Offer.Walk }));
        Assert.That(await World.ExportAsTextAsync(Anna), Does.Contain("\"PrefersOtherDepartment\":true"));
    }

    [Test]
    public async Task Welcome_WithoutPreferences_UsesDefaults()
    {
        Assert.That(World.FromBot(Anna).Select(message => message.CardJson), Has.None.Contains($"\"id\":\"{Inputs.Weeks}\""));
        var chosen = (await World.ReadAsync(db => db.Participants.SingleAsync(row => row.PersonId == Id(Anna)))).Preferences;
        Assert.That((chosen.Kinds.IsEmpty, chosen.WeeksBetween, chosen.PrefersNewPeople), Is.EqualTo((true, 1, true)));
    }

    [TestCase(new[] { Offer.Coffee }, new[] { Offer.Coffee, Offer.Walk }, Offer.Walk, Offer.Coffee, Offer.Coffee)]
    [TestCase(new Offer[0], new[] { Offer.Walk }, Offer.Coffee, Offer.Walk, Offer.Walk)]
    [TestCase(new Offer[0], new Offer[0], Offer.Walk, Offer.CoWorking, Offer.Coffee)]
    public void Kind_OfAGroup_IsOneEverybodyAccepts(Offer[] one, Offer[] other, Offer askedOne, Offer askedOther, Offer expected) =>
        Assert.That(OfferChoice.Of([Member("a", one), Member("b", other)], [askedOne, askedOther], Offer.Coffee), Is.EqualTo(expected));

    private static PoolMember Member(string id, Offer[] offers) => new()
    {
        Id = id, Zone = NodaTime.DateTimeZone.Utc, Languages = ["nl"], Free = Core.Availability.WeekAvailability.FromSlots([]),
        Offers = [.. offers],
    };

    private async Task ChooseAsync(Person person, params (string Input, string Value)[] choices)
    {
        await World.SayAsync(person, "voorkeuren");
        var inputs = new JsonObject { [Inputs.AllowGaps] = "true" };
        foreach (var (input, value) in choices)
        {
            inputs[input] = value;
        }

        Assert.That(await World.ClickAsync(person, Verbs.SavePreferences, inputs), Does.Contain(Texts.For("nl").Preferences.Saved));
    }

    private async Task MeetAsync()
    {
        await World.AdvanceToAsync(FirstRound.Invited);
        await FirstRound.SayYesAsync(World, Anna);
        await FirstRound.SayYesAsync(World, Bas);
        await World.AdvanceToAsync(FirstRound.Settled);
    }

    private static string Id(Person person) => person.ObjectId.ToString();
}
