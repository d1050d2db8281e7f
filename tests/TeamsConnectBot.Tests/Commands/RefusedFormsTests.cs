using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Tests.Privacy;
using TeamsConnectBot.Tests.Rituals;

namespace TeamsConnectBot.Tests.Commands;

/// <summary>When a form is refused, the card names the invalid field and keeps the other values.</summary>
internal sealed class RefusedFormsTests : OwnPersonTests
{
    private static readonly Texts Dutch = Texts.For("nl");

    [TestCase("09:00:00", 9, 0)]
    [TestCase("9:05", 9, 5)]
    [TestCase("7:30 AM", 7, 30)]
    [TestCase("24:00", 0, 0)]
    [TestCase("٠٩:٣٠", 9, 30)]
    public async Task Join_WithTimeInAPhonesFormat_Joins(string from, int hour, int minute)
    {
        await World.InstallAsync(Anna);

        await World.ClickAsync(Anna, Verbs.Join, new JsonObject { [Inputs.From] = from });

        var row = await RowAsync();
        Assert.That(row.JoinedAt, Is.Not.Null);
        Assert.That(row.Preferences.DayStarts ?? new LocalTime(9, 0), Is.EqualTo(new LocalTime(hour, minute)));
    }

    [Test]
    public async Task Preferences_UntilMidnightInAndroidsFormat_AreSaved()
    {
        await World.JoinAsync(Anna);
        await World.SayAsync(Anna, "voorkeuren");

        var card = CardText.Of(
            await World.ClickAsync(Anna, Verbs.SavePreferences, new JsonObject { [Inputs.From] = "16:00", [Inputs.Until] = "24:00" }));

        Assert.That(card, Does.Contain(Dutch.Preferences.Saved));
        Assert.That((await RowAsync()).Preferences.DayEnds, Is.EqualTo(LocalTime.Midnight));
    }

    [TestCase(Inputs.From, "straks", "Vanaf: Vul een tijd in, zoals 09:00.")]
    [TestCase(Inputs.Until, "25:00", "Tot: Vul een tijd in, zoals 17:00.")]
    [TestCase(Inputs.Until, "09:00", "Vanaf en Tot zijn gelijk. Kies twee verschillende tijden.")]
    [TestCase(Inputs.Languages, "", "In welke talen praat je graag? Kies minstens één taal.")]
    [TestCase(Inputs.Days, "", "Op welke dagen werk je meestal? Kies minstens één dag.")]
    [TestCase(Inputs.Places, "", "Hoe spreek je graag af? Kies minstens één manier.")]
    public async Task Join_WithInvalidField_NamesTheField_AndKeepsTheRest(string input, string value, string said)
    {
        await World.InstallAsync(Anna);

        var card = await World.ClickAsync(Anna, Verbs.Join, new JsonObject
        {
            [Inputs.AllowGaps] = "true", [Inputs.OfficeDays] = "2,4", [Inputs.From] = "09:00", [input] = value,
        });

        Assert.That(CardText.Of(card), Does.Contain(said));
        Assert.That((await RowAsync()).JoinedAt, Is.Null);
        var filledIn = new CardView(card).Inputs();
        Assert.That((string?)filledIn[Inputs.AllowGaps], Is.EqualTo("true"));
        Assert.That((string?)filledIn[Inputs.OfficeDays], Is.EqualTo("2,4"));
        await World.ClickAsync(Anna, Verbs.Join, new JsonObject
        {
            [Inputs.From] = "08:00", [Inputs.Until] = "17:00", [Inputs.Languages] = "nl", [Inputs.Days] = "1,2", [Inputs.Places] = "online",
        });
        Assert.That((await RowAsync()).GapsAllowedAt, Is.Not.Null, "the consent from the refused form must still be switched on");
    }

    [TestCase(Inputs.Kinds, "", "Waarvoor kom je graag? Kies minstens één ding.")]
    [TestCase(Inputs.Weeks, "3", "Hoe vaak mag er een uitnodiging komen? Kies hoe vaak.")]
    [TestCase(Inputs.From, "9 uur", "Vanaf: Vul een tijd in, zoals 09:00.")]
    public async Task Preferences_WithInvalidField_NameTheField_AndKeepTheRest(string input, string value, string said)
    {
        await World.JoinAsync(Anna);
        await World.SayAsync(Anna, "voorkeuren");

        var card = await World.ClickAsync(
            Anna, Verbs.SavePreferences,
            new JsonObject { [Inputs.OfficeDays] = "1,3", [Inputs.OtherDepartment] = "true", [input] = value });

        Assert.That(CardText.Of(card), Does.Contain(said).And.Not.Contain(Dutch.Preferences.Saved));
        Assert.That((string?)new CardView(card).Inputs()[Inputs.OfficeDays], Is.EqualTo("1,3"));
        Assert.That((string?)new CardView(card).Inputs()[Inputs.OtherDepartment], Is.EqualTo("true"));
        Assert.That((await RowAsync()).Preferences.OfficeDays, Is.Empty, "nothing must be saved");
    }

    [Test]
    public async Task Preferences_Saved_AreConfirmedNextToTheButton()
    {
        await World.JoinAsync(Anna);
        await World.SayAsync(Anna, "voorkeuren");

        var lines = CardText.Of(await World.ClickAsync(Anna, Verbs.SavePreferences)).Split('\n').ToList();

        Assert.That(lines.IndexOf(Dutch.Preferences.Save), Is.EqualTo(lines.IndexOf(Dutch.Preferences.Saved) + 1));
    }

    [Test]
    public async Task Click_WithoutItsInputs_SaysSo_AndStoresNothing()
    {
        await StartOwnWorldAsync();
        await World.InstallAsync(Anna);
        Assert.That(CardText.Of(await ClickWithoutInputsAsync(Verbs.Join)), Does.Contain(Dutch.Preferences.NothingCame));
        Assert.That((await RowAsync()).JoinedAt, Is.Null);

        await World.JoinAsync(Anna);
        await World.JoinAsync(World.People[1]);
        await World.AdvanceToAsync(FirstRound.Invited);
        Assert.That(CardText.Of(await ClickWithoutInputsAsync(Verbs.InvitationYes)), Does.Contain(Dutch.Preferences.NothingCame));
        Assert.That(
            CardText.Of(await World.ClickAsync(Anna, Verbs.InvitationYes, new JsonObject { [Inputs.Gaps] = "" })),
            Does.Contain(Dutch.Invitation.Gaps.Error));
        Assert.That(
            await World.ReadAsync(db => db.Invitations.CountAsync(row => row.State == Core.Meetings.InvitationState.Yes)), Is.Zero);

        await World.HaveJoinedEarlierAsync();
        await World.SayAsync(Anna, "check-in");
        Assert.That(CardText.Of(await ClickWithoutInputsAsync(Verbs.SendCheckIn)), Does.Contain(Dutch.CheckIn.Error));
    }

    private async Task<string> ClickWithoutInputsAsync(string verb)
    {
        var message = World.FromBot(Anna).Last(message => message.HasButton(verb));
        var answer = await World.Tenant.Teams.ClickAsync(Anna, message.Id, verb, new CardView(message.CardJson!).Button(verb), []);
        await World.Clock.QuietAsync(default);
        return answer.CardJson!;
    }

    private Task<Participant> RowAsync() => World.ParticipantAsync(Anna);
}
