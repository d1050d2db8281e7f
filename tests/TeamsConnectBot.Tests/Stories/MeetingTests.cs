namespace TeamsConnectBot.Tests.Stories;

/// <summary>
/// A round from the first yes to the thanks afterwards: people who said yes are matched with each other, and everyone is told in time.
/// </summary>
internal sealed class MeetingTests : StoryTests
{
    private readonly Dictionary<string, CardSnapshot> told = [];
    private readonly Dictionary<string, CardSnapshot> oldInvitations = [];
    private readonly Dictionary<string, string> partners = [];
    private IReadOnlyList<CalendarEvent> events = [];
    private Instant settledAt;
    private CardSnapshot reminder = null!;
    private CardSnapshot question = null!;
    private CardSnapshot thanks = null!;
    private int repeats;

    private Person Silent => World.People[0];

    private Person TookBack => World.People[1];

    private Person Reader => World.People[3];

    protected override async Task PlayAsync()
    {
        await World.InviteAsync();
        await World.SayYesAsync(World.People.Skip(1));
        await World.ClickAsync(TookBack, "invitation.takeBack");
        await World.UntilAsync(IsoDayOfWeek.Tuesday, 12, 1);
        settledAt = World.Now;
        events = World.Tenant.Calendar.Live;
        foreach (var person in World.People.Skip(2))
        {
            told[person.Id] = World.CardOf(person);
            oldInvitations[person.Id] = new CardSnapshot(World.MessagesTo(person)[1]);
            partners[person.Id] = World.PartnersOf(person)[0].Id;
        }

        var start = World.EventOf(Reader).Start;
        await World.UntilAsync(start - Duration.FromMinutes(29));
        reminder = World.CardOf(Reader);
        await World.UntilAsync(start + Duration.FromMinutes(46));
        question = World.CardOf(Reader);
        thanks = await World.ClickAsync(Reader, "didYouMeet.yes");

        await World.UntilAsync(IsoDayOfWeek.Monday, 9, 30, week: 1);
        await World.SayYesAsync(World.People.Where(person => World.HasButton(person, "invitation.yes")));
        await World.UntilAsync(IsoDayOfWeek.Tuesday, 12, 1, week: 1);
        var secondWeek = World.Tenant.Calendar.Live.Except(events).Where(item => item.Start > settledAt + Duration.FromDays(5)).ToList();
        Assert.That(secondWeek, Is.Not.Empty, "The second round arranged no meetings.");
        repeats = secondWeek.Count(item => item.Attendees.All(one => item.Attendees.All(other =>
            one.Address == other.Address || partners.GetValueOrDefault(Id(one)) == Id(other))));
    }

    [Test]
    public void Settle_EverybodyWhoSaidYes_IsToldOnce()
    {
        Assert.That(
            told.Values.Select(card => card.Summary),
            Is.All.AnyOf("There is news about your invitation.", "Er is nieuws over je uitnodiging."));
        Assert.That(
            told.Keys.Select(id => World.MessagesTo(World.Tenant.People.ById(id)!).Count(message => message.Id == told[id].MessageId)),
            Is.All.EqualTo(1));
    }

    [Test]
    public void Settle_SilentOrYesTakenBack_IsLeftOut() =>
        Assert.That(events.SelectMany(item => item.Attendees).Select(Id), Has.No.Member(Silent.Id).And.No.Member(TookBack.Id));

    [Test]
    public void Event_Attendees_AreTwoOrThreePeopleOnceEach()
    {
        Assert.That(events.Select(item => item.Attendees.Length), Is.All.InRange(2, 3));
        Assert.That(events.SelectMany(item => item.Attendees).Select(attendee => attendee.Address), Is.Unique);
    }

    [Test]
    public void Event_InCalendar_ShowsOnlyTheOffer()
    {
        foreach (var item in events)
        {
            Assert.That(item.Subject, Is.AnyOf("Koffie", "Coffee", "Koffie / Coffee"));
            Assert.That(
                (item.Sensitivity, item.ResponseRequested, item.Organiser), Is.EqualTo(("private", false, World.Server.ServiceMailbox)));
        }
    }

    [Test]
    public void Event_Start_IsInWorkingHoursAtLeastFourHoursAhead()
    {
        foreach (var item in events)
        {
            var local = item.Start.InZone(World.People[0].TimeZone);
            Assert.That(item.Start, Is.GreaterThanOrEqualTo(World.At(IsoDayOfWeek.Tuesday, 16)));
            Assert.That(local.TimeOfDay, Is.InRange(new LocalTime(9, 0), new LocalTime(17, 0)));
        }
    }

    [Test]
    public void Connection_Card_SaysWhoWhenWhereAndLinksToChat()
    {
        foreach (var (id, card) in told)
        {
            var person = World.Tenant.People.ById(id)!;
            var item = events.Single(item => item.AttendeeAt(person.Mail) is not null);
            var others = item.Attendees.Where(attendee => attendee.Address != person.Mail).ToList();
            Assert.That(others.Select(other => card.Text.Contains(other.Name, StringComparison.Ordinal)), Is.All.True, card.Text);
            Assert.That(card.Text, Does.Contain(item.Start.InZone(person.TimeZone).ToString("HH:mm", null)));
            Assert.That(
                item.JoinUrl is null ? card.Text : string.Join(' ', card.Links),
                Does.Contain(item.JoinUrl ?? "De lange tafel bij de koffiehoek"));
            Assert.That(card.Links, Has.Some.StartsWith("https://teams.microsoft.com/l/chat/0/0?users="));
        }
    }

    [Test]
    public void Connection_Card_SaysNothingIsRecorded() =>
        Assert.That(
            told.Values.Select(card => card.Text),
            Is.All.Contain("No AI note-taker, no recording.").Or.Contain("Geen AI-notulist, geen opname."));

    [Test]
    public void Connection_Members_ExactlyOneSaysHelloFirst()
    {
        var (one, other) = (told[Reader.Id], told[partners[Reader.Id]]);
        Assert.That(one.Text, Does.Contain("You say hello first.").Or.Contain("says hello first."));
        Assert.That(
            one.Text.Contains("You say", StringComparison.Ordinal),
            Is.Not.EqualTo(
                other.Text.Contains("You say", StringComparison.Ordinal) || other.Text.Contains("Jij zegt", StringComparison.Ordinal)));
    }

    [Test]
    public void OldInvitation_AfterSettling_PointsToTheNewerMessage() =>
        Assert.That(
            oldInvitations.Values.Select(card => card.Text),
            Is.All.EqualTo("It continues in a newer message.").Or.EqualTo("Het vervolg staat in een nieuwer bericht."));

    [Test]
    public void OldInvitation_OfSilentPerson_IsClosedWithoutBlame() =>
        Assert.That(
            new CardSnapshot(World.MessagesTo(Silent)[1]).Text, Is.EqualTo("De antwoorden zijn binnen. Deze uitnodiging is gesloten."));

    [Test]
    public void Reminder_HalfAnHourBefore_NotificationNamesNobody() =>
        Assert.That(
            (reminder.Summary, reminder.Text.StartsWith("Soon: Coffee with ", StringComparison.Ordinal)),
            Is.EqualTo(("Something is in your calendar soon.", true)));

    [Test]
    public void DidYouMeet_QuarterHourAfterTheEnd_AsksOneQuestion()
    {
        Assert.That(question.Summary, Is.EqualTo("One short question afterwards."));
        Assert.That(question.Text, Does.Contain("Did you meet?").And.Contain("Only you see your answer."));
    }

    [Test]
    public void DidYouMeet_Yes_ShowsThanks() => Assert.That(thanks.Text, Does.Contain("Thank you, noted."));

    [Test]
    public void NextRound_PreviousPairs_AreNotMatchedAgain() => Assert.That(repeats, Is.Zero);

    private string Id(EventAttendee attendee) => World.Tenant.People.ByAddress(attendee.Address)!.Id;
}
