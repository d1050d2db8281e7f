using System.Collections.Immutable;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Stories;

/// <summary>From the welcome to the answer: nobody is named, nobody can be rejected, and every answer can be taken back.</summary>
internal sealed class InvitationTests : StoryTests
{
    private readonly Dictionary<string, CardSnapshot> welcomes = [];
    private readonly Dictionary<string, CardSnapshot> invitations = [];
    private int inputsBeforeNine;

    protected override ImmutableArray<Person> Cast =>
        SamplePeople.Of(28, (person, index) => index >= 26 ? person with { Zone = "Europe/Helsinki" } : person);

    private Person Dutch => World.People[0];

    private Person British => World.People[1];

    private Person WithoutCalendar => World.People[^1];

    protected override async Task PlayAsync()
    {
        foreach (var person in World.People)
        {
            await World.Server.Teams.InstallAsync(person);
        }

        await World.QuietAsync();
        foreach (var person in World.People)
        {
            welcomes[person.Id] = World.CardOf(person);
            var allows = person == WithoutCalendar ? "false" : "true";
            await World.TapAsync(person, welcomes[person.Id], "join", ("allowGaps", allows), ("languages", "nl,en"));
        }

        await World.UntilAsync(IsoDayOfWeek.Monday, 8, 59);
        inputsBeforeNine = World.People.Count(person => World.HasButton(person, "invitation.yes"));
        await World.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        foreach (var person in World.People)
        {
            invitations[person.Id] = World.CardOf(person);
        }
    }

    [Test]
    public void Welcome_TwoInstallActivities_IsSentOnce() =>
        Assert.That(
            World.People.Select(person => World.MessagesTo(person).Count(message => message.Summary == welcomes[person.Id].Summary)),
            Is.All.EqualTo(1));

    [Test]
    public void Welcome_Text_IsInThePersonsLanguage()
    {
        Assert.That(welcomes[Dutch.Id].Text, Does.Contain("Wat we nooit lezen"));
        Assert.That(welcomes[British.Id].Text, Does.Contain("What we never read"));
    }

    [Test]
    public void Welcome_ConsentToggles_AreOffByDefault()
    {
        var inputs = welcomes[Dutch.Id].Inputs();
        Assert.That(((string?)inputs["allowGaps"], (string?)inputs["allowAiUse"]), Is.EqualTo(("false", "false")));
    }

    [Test]
    public void Invitation_BeforeTheRound_IsNotSent() => Assert.That(inputsBeforeNine, Is.Zero);

    [Test]
    public void Invitation_AnyCard_NamesNobodyButTheHost()
    {
        foreach (var (reader, card) in invitations)
        {
            var named = World.People.Where(person =>
                card.Json.Contains(person.Name, StringComparison.Ordinal) || card.Json.Contains(person.Mail!, StringComparison.Ordinal));
            Assert.That(named, Is.Empty, $"on the card of {reader}");
            Assert.That(card.Text, Does.Contain(SamplePeople.Host.Name));
        }
    }

    [Test]
    public void Invitation_AnyCard_OffersOneToThreeGaps() =>
        Assert.That(invitations.Values.Select(card => card.Choices("gaps").Count), Is.All.InRange(1, 3));

    [Test]
    public void Invitation_Text_IsInThePersonsLanguage()
    {
        Assert.That((invitations[Dutch.Id].Language, invitations[British.Id].Language), Is.EqualTo(("nl", "en")));
        Assert.That(invitations[Dutch.Id].Text, Does.Contain("Koffie met een collega?").And.Contain("Deze week niet"));
        Assert.That(invitations[British.Id].Text, Does.Contain("Coffee with a colleague?").And.Contain("Not this week"));
    }

    [Test]
    public void Invitation_Notification_RevealsNothing()
    {
        Assert.That(invitations[British.Id].Summary, Is.EqualTo("There is an invitation for you."));
        Assert.That(invitations.Values.Select(card => card.Summary), Is.All.Not.Contain("AI").And.All.Not.Contain(":"));
    }

    [Test]
    public void Invitation_OfferedGaps_StartFourWorkingHoursAfterAnswersClose() =>
        Assert.That(invitations[Dutch.Id].Text, Does.Contain("dinsdag 12:00").And.Not.Match(@"(?m)^(ma|di (0\d|1[0-5])) ?"));

    [Test]
    public void Invitation_Sent_ArrivesInTheReadersWorkingHours()
    {
        foreach (var person in World.People)
        {
            var sent = World.MessagesTo(person)[^1].SentAt.InZone(person.TimeZone).TimeOfDay;
            Assert.That(sent, Is.InRange(new LocalTime(9, 0), new LocalTime(17, 30)), person.Id);
        }
    }

    [Test]
    public async Task Invitation_WithoutACalendar_HasTheTimesOfTheirOwnZone()
    {
        var row = await World.Service.Services.GetRequiredService<Database>().ReadAsync(
            db => db.Participants.SingleAsync(person => person.PersonId == WithoutCalendar.ObjectId.ToString()), CancellationToken.None);
        Assert.That(row.Zone, Is.EqualTo("Europe/Helsinki"));
        Assert.That(invitations[WithoutCalendar.Id].Choices("gaps"), Is.Not.Empty);
    }

    [Test]
    public async Task Why_Clicked_ShowsTheFactsAndLeadsBack()
    {
        var reader = World.People[2];
        var why = await World.ClickAsync(reader, "invitation.why");
        Assert.That(
            why.Text,
            Does.Contain("Je sprak via ons nog niemand.").And.Contain("Over je AI-gebruik weten we niets. Dat is geen nadeel."));

        var back = await World.ClickAsync(reader, "invitation.show");
        Assert.That(back.Choices("gaps"), Is.EqualTo(invitations[reader.Id].Choices("gaps")));
    }

    [Test]
    public async Task Yes_WithTickedGaps_WaitsForTheOthers()
    {
        var waiting = await World.ClickAsync(World.People[3], "invitation.yes", ("gaps", "0"));
        Assert.That(waiting.Text, Does.Contain("Noted").And.Contain("Until then you can go back. Nobody sees that."));
        Assert.That(waiting.Has("invitation.takeBack"), Is.True);
    }

    [Test]
    public async Task Yes_WithoutTickedGaps_AsksAgain()
    {
        var still = await World.ClickAsync(World.People[4], "invitation.yes", ("gaps", ""));
        Assert.That(still.Has("invitation.yes"), Is.True);
    }

    [Test]
    public async Task Change_AfterAYes_ShowsTheTicksAndTheNextYesReplacesThem()
    {
        var person = World.People.Skip(8).First(other => invitations[other.Id].Choices("gaps").Count > 1);
        var waiting = await World.ClickAsync(person, "invitation.yes", ("gaps", "0"));
        var changing = await World.ClickAsync(person, "invitation.change");
        Assert.That(changing.Choices("gaps"), Is.EqualTo(invitations[person.Id].Choices("gaps")));
        Assert.That((string?)changing.Inputs()["gaps"], Is.EqualTo("0"));

        var why = await World.ClickAsync(person, "invitation.why");
        Assert.That(why.Has("invitation.show"), Is.True);
        Assert.That((await World.ClickAsync(person, "invitation.show")).Text, Is.EqualTo(waiting.Text), "the yes still counts");

        await World.ClickAsync(person, "invitation.change");
        var still = await World.ClickAsync(person, "invitation.yes", ("gaps", ""));
        Assert.That((string?)still.Inputs()["gaps"], Is.EqualTo("0"), "a yes without a slot replaces nothing");
        await World.ClickAsync(person, "invitation.yes", ("gaps", "1"));
        Assert.That(await TickedAsync(person), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task TakeBack_BeforeAnswersClose_IsSeenByNobody()
    {
        var before = CardsOfOthers(World.People[5]);
        await World.ClickAsync(World.People[5], "invitation.yes", ("gaps", "0"));
        var back = await World.ClickAsync(World.People[5], "invitation.takeBack");

        Assert.That(back.Text, Does.Contain("Nobody saw your yes. Nothing changes for anybody."));
        Assert.That(CardsOfOthers(World.People[5]), Is.EqualTo(before));
    }

    [Test]
    public async Task NotThisWeek_Clicked_CanStillBecomeYes()
    {
        var no = await World.ClickAsync(World.People[6], "invitation.notThisWeek");
        Assert.That(no.Text, Does.Contain("Niemand ziet dit"));

        await World.ClickAsync(World.People[6], "invitation.show");
        var yes = await World.ClickAsync(World.People[6], "invitation.yes", ("gaps", "0"));
        Assert.That(yes.Has("invitation.takeBack"), Is.True);
    }

    [Test]
    public async Task Pause_Resumed_TakesPartAgain()
    {
        var paused = await World.ClickAsync(World.People[7], "invitation.pause");
        Assert.That(paused.Text, Does.Contain("Paused until Monday 16 March"));

        var resumed = await World.ClickAsync(World.People[7], "pause.resume");
        Assert.That(resumed.Text, Does.Contain("You're in"));
    }

    private async Task<IEnumerable<int>> TickedAsync(Person person)
    {
        var row = await World.Service.Services.GetRequiredService<Database>().ReadAsync(
            db => db.Invitations.SingleAsync(invitation => invitation.PersonId == person.ObjectId.ToString()), CancellationToken.None);
        Assert.That(row.State, Is.EqualTo(InvitationState.Yes));
        return row.Gaps.Index().Where(gap => row.Ticked.Contains(gap.Item)).Select(gap => gap.Index);
    }

    private List<string> CardsOfOthers(Person person) =>
        [.. World.People.Where(other => other.Id != person.Id).SelectMany(World.MessagesTo).Select(message => message.CardJson ?? "")];
}
