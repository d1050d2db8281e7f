using TeamsConnectBot.Data;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Rounds;

/// <summary>A pool of mentors and people who look for one, from the round to what becomes of the meetings.</summary>
internal sealed class TwoSidesTests : WorldTests
{
    private const int Mentors = 3;

    [Test]
    public async Task Round_MentorsAndThoseWhoLookForOne_MeetAcrossWithinWhatEachWants()
    {
        var world = await StartAsync(12, MentorPool.Settings(mostMeetings: 2, everybodyElse: false));
        var (mentors, looking, neither) = (world.People[..Mentors], world.People[Mentors..11], world.People[11]);
        world.SetGroup(MentorPool.Mentors, mentors);
        world.SetGroup(MentorPool.Looking, [mentors[0], .. looking]);
        await JoinWithoutCalendarAsync(world, mentors);
        await world.JoinAsync([.. looking, neither]);
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);

        // Whoever is in both groups is a mentor, whoever is in neither is not asked and counted.
        Assert.That(world.CardOf(mentors[0]).Text, Does.Contain("Je wordt gevraagd als mentor.").And.Contain("hooguit 2 gesprekken"));
        Assert.That(world.CardOf(mentors[1]).Text, Does.Contain("You're asked as a mentor.").And.Contain("At most 2 meetings"));
        Assert.That(
            world.CardOf(looking[0]).Text, Does.Contain("You're asked as somebody who looks for a mentor.").And.Not.Contain("At most"));
        Assert.That(world.HasButton(neither, "invitation.yes"), Is.False);
        var rows = StoredRows.Sqlite(world.Database);
        Assert.That(rows.Count("""SELECT COUNT(*) FROM "Rounds" WHERE "NotAsked" LIKE '%"noSide":1%'"""), Is.EqualTo(1));

        // Five of those who look for a mentor say yes, one declines, one is erased after a yes, and one says nothing.
        var (yes, declined, erased) = (looking[..5], looking[5], looking[6]);
        await world.SayYesAsync([.. mentors, .. yes, erased]);
        await world.ClickAsync(declined, "invitation.notThisWeek");
        await EraseAsync(world, erased);
        await world.SettleAsync();

        var live = world.Tenant.Calendar.Live.ToList();
        Assert.That(live, Has.Count.EqualTo(5));
        Assert.That(live.Select(item => item.Attendees.Length), Is.All.EqualTo(2));
        Assert.That(yes.Select(person => world.EventsOf(person).Count), Is.All.EqualTo(1));
        Assert.That(mentors.Select(person => world.EventsOf(person).Count).Order(), Is.EqualTo(new[] { 1, 2, 2 }));
        var busy = mentors.First(person => world.EventsOf(person).Count == 2);
        Assert.That(world.EventsOf(busy).Select(item => item.Start), Is.Unique);
        Assert.That(
            rows.Count($"""SELECT COUNT(*) FROM "Invitations" WHERE "PersonId" = '{busy.ObjectId}' AND "Side" = 'First'"""), Is.EqualTo(1));
        var told = $"""SELECT COUNT(*) FROM "Messages" WHERE "PersonId" = '{busy.ObjectId}' AND "Kind" = 'Connection'""";
        Assert.That(rows.Count(told), Is.EqualTo(2));

        await CallOffFirstAsync(world, busy);
        var other = mentors.Single(person => world.EventsOf(person).Count == 2);
        await EraseAsync(world, PartnerAt(world, other, world.EventsOf(other).MaxBy(item => item.Start)!));
        Assert.That(
            (world.EventsOf(busy).Count, world.EventsOf(other).Count, world.Tenant.Calendar.Live.Count), Is.EqualTo((1, 1, 3)),
            "each mentor's other meeting goes on");
    }

    [Test]
    public async Task Round_ASideOfFewerThanThree_InvitesNobodyAndTheReasonDoesNotTellWhoTakesPart([Values] bool groupIsTooSmall)
    {
        var world = await StartAsync(6, MentorPool.Settings());
        world.SetGroup(MentorPool.Mentors, world.People[..(groupIsTooSmall ? 2 : 3)]);
        await world.JoinAsync(world.People[1..]);
        await world.UntilAsync(IsoDayOfWeek.Monday, 10, week: 1);

        Assert.That(world.People.Any(person => world.HasButton(person, "invitation.yes")), Is.False);
        var reason = groupIsTooSmall ? "SideTooSmall" : "NobodyToAsk";
        Assert.That(world.Log.Lines.Select(line => line.ToString()), Has.Exactly(1).Contains($"second time in a row ({reason})"));
    }

    [Test]
    public async Task Round_ThirdMentorJoins_InvitesBothSidesAndNeverOpensATable()
    {
        var world = await StartAsync(7, MentorPool.Settings());
        world.SetGroup(MentorPool.Mentors, world.People[..3]);
        await world.InviteAsync();
        Assert.That(world.People.Select(person => world.CardOf(person).Text), Has.None.Contains("open"));

        await world.SayYesAsync(world.People);
        await world.SettleAsync();

        Assert.That(world.Tenant.Calendar.Live.Select(item => item.Attendees.Length), Is.EqualTo(new[] { 2, 2, 2 }));
        Assert.That(world.People.Count(person => world.EventsOf(person).Count == 0), Is.EqualTo(1));
        var rows = StoredRows.Sqlite(world.Database);
        Assert.That(rows.Count("""SELECT COUNT(*) FROM "Rounds" WHERE "Kind" = 'Pairs'"""), Is.EqualTo(1));
    }

    [Test]
    public async Task Erased_BeforeAnybodyIsTold_MentorWithAnotherMeetingHearsNothingOfTheLostOne()
    {
        var world = await StartAsync(7, MentorPool.Settings(mostMeetings: 2));
        world.SetGroup(MentorPool.Mentors, world.People[..Mentors]);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        Person mentor;
        using (world.Faults.Refuse("/v1.0/users/*/events", 503))
        {
            await world.SettleAsync();
            var pairs = await ReadAsync(
                world, db => db.Members.Select(member => new { member.ConnectionId, member.PersonId }).ToListAsync());
            var twice = pairs.GroupBy(member => member.PersonId).Single(meetings => meetings.Count() == 2);
            mentor = world.People.Single(person => person.ObjectId.ToString() == twice.Key);
            var first = await ReadAsync(
                world, db => db.Invitations.Where(x => x.PersonId == twice.Key).Select(x => x.ConnectionId).SingleAsync());
            var lost = pairs.Single(member => member.ConnectionId == first && member.PersonId != twice.Key);
            await EraseAsync(world, world.People.Single(person => person.ObjectId.ToString() == lost.PersonId));
        }

        await world.UntilAsync(IsoDayOfWeek.Tuesday, 15);

        var id = mentor.ObjectId.ToString();
        var (kinds, turns) = await ReadAsync(world, async db => (
            await db.Messages.Where(message => message.PersonId == id).Select(message => message.Kind).ToListAsync(),
            await db.Participants.Where(person => person.PersonId == id).Select(person => person.TurnsLeftOut).SingleAsync()));
        Assert.That(kinds, Has.Exactly(1).EqualTo(MessageKind.Connection).And.None.EqualTo(MessageKind.NoLuck));
        Assert.That(turns, Is.Zero);
        var (invited, told) = await ReadAsync(world, async db => (
            await db.Invitations.SingleAsync(x => x.PersonId == id),
            await db.Members.SingleAsync(member => member.PersonId == id && member.Told)));
        Assert.That(invited.ConnectionId, Is.EqualTo(told.ConnectionId), "the meeting that takes place");
    }

    [Test]
    public async Task Season_OfAMentorWhoWantsTwo_IsOneOfTheirTwoMeetings()
    {
        var world = await StartAsync(9, MentorPool.Settings(mostMeetings: 2));
        world.SetGroup(MentorPool.Mentors, world.People[..Mentors]);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        var mentor = world.People[..Mentors].First(person => world.EventsOf(person).Count == 2);
        var partner = PartnerAt(world, mentor, world.EventsOf(mentor)[0]);
        await world.UntilAsync(IsoDayOfWeek.Saturday, 12);
        await ChooseThreeTimesAsync(world, mentor, partner);
        await ChooseThreeTimesAsync(world, partner, mentor);

        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30, week: 1);
        await world.SayYesAsync(world.People);
        var before = world.Now;
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 1, week: 1);

        var next = world.EventsOf(mentor).Where(item => item.Start > before).Select(item => PartnerAt(world, mentor, item)).ToList();
        Assert.That(next, Has.Count.EqualTo(2).And.Contains(partner));
        Assert.That(
            world.CardOf(partner).Text, Does.Contain("the second of your three times").Or.Contain("de tweede van jullie drie keer"));
    }

    private static async Task ChooseThreeTimesAsync(World world, Person person, Person other)
    {
        var card = world.MessagesTo(person).Where(message => message.CardJson is not null).Select(message => new CardSnapshot(message))
            .Last(card => card.Has("didYouMeet.three") && card.Text.Contains(other.Name, StringComparison.Ordinal));
        await world.TapAsync(person, card, "didYouMeet.three");
        await world.QuietAsync();
    }

    // A mentor with two meetings can't make the first; nothing they are offered instead overlaps the second.
    private static async Task CallOffFirstAsync(World world, Person busy)
    {
        var (first, second) = (world.EventsOf(busy).MinBy(item => item.Start)!, world.EventsOf(busy).MaxBy(item => item.Start)!);
        var partner = PartnerAt(world, busy, first);
        var card = world.MessagesTo(busy).Where(message => message.CardJson is not null).Select(message => new CardSnapshot(message))
            .Last(card => card.Has("connection.cantMakeIt") && card.Text.Contains(partner.Name, StringComparison.Ordinal));
        var choice = await world.TapAsync(busy, card, "connection.cantMakeIt");
        await world.QuietAsync();

        var offered = await ReadAsync(world, async db =>
        {
            var member = await db.Members.SingleAsync(member => member.OtherGaps != null);
            var row = await db.Meetings.SingleAsync(row => row.Id == member.ConnectionId);
            return member.OtherGaps!.Select(row.Week.Of).ToList();
        });
        Assert.That(offered, Is.Not.Empty);
        Assert.That(offered.Where(time => time.Start < second.End && second.Start < time.End), Is.Empty);

        await world.TapAsync(busy, new CardSnapshot(card.MessageId, null, choice.CardJson!), "connection.callOff");
        await world.UntilAsync(world.Now + Duration.FromMinutes(31));
        Assert.That(world.CardOf(partner).Summary, Is.AnyOf("Er is nieuws over je afspraak.", "There is news about your appointment."));
    }

    private static Person PartnerAt(World world, Person person, CalendarEvent item) =>
        world.People.Single(other => other != person && item.AttendeeAt(other.Mail) is not null);

    private static async Task EraseAsync(World world, Person person)
    {
        await world.Service.Services.GetRequiredService<PersonErasure>().EraseAsync(person.ObjectId.ToString(), default);
        await world.QuietAsync();
    }

    private static Task<T> ReadAsync<T>(World world, Func<ConnectDb, Task<T>> read) =>
        world.Service.Services.GetRequiredService<Database>().ReadAsync(read, default);

    // Their calendar is not read, so only the service knows of their other meeting.
    private static async Task JoinWithoutCalendarAsync(World world, params IEnumerable<Person> people)
    {
        foreach (var person in people)
        {
            await world.Server.Teams.InstallAsync(person);
            await world.QuietAsync();
            await world.TapAsync(person, world.CardWith(person, "join"), "join", ("allowGaps", "false"), ("languages", "nl,en"));
        }
    }
}
