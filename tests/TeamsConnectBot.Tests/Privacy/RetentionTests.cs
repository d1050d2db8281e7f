using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Signals;
using RoundRow = TeamsConnectBot.Data.Round;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Each retention period, an hour before and an hour after it ends. Rows are backdated instead of letting months pass.</summary>
internal sealed class RetentionTests
{
    private static readonly Duration Hour = Duration.FromHours(1);

    private PrivacyWorld world = null!;
    private string person = "";
    private int number;

    private Instant Now => Instant.FromDateTimeOffset(world.Clock.Now);

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        world = await PrivacyWorld.StartAsync();
        await world.JoinAsync(world.People[0]);
        await world.InstallAsync(world.People[1]);
        person = world.People[0].ObjectId.ToString();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [TestCase(-1, true)]
    [TestCase(1, false)]
    public async Task Round_WithEverythingThatBelongsToIt_IsKeptAYear(int hours, bool isKept)
    {
        var round = await AddRoundAsync(Now - RetentionPeriods.Rounds - Hour * hours, NeedFactKind.OwnRequest);

        await ApplyAsync();

        Assert.That(await world.ReadAsync(db => db.Rounds.AnyAsync(x => x.Id == round)), Is.EqualTo(isKept));
        Assert.That(await world.ReadAsync(db => db.Invitations.AnyAsync(x => x.RoundId == round)), Is.EqualTo(isKept));
        Assert.That(await world.ReadAsync(db => db.Meetings.AnyAsync(x => x.RoundId == round)), Is.EqualTo(isKept));
        Assert.That(await world.ReadAsync(db => db.Members.AnyAsync(x => x.ConnectionId == round)), Is.EqualTo(isKept));
        Assert.That(await world.ReadAsync(db => db.DueTasks.AnyAsync(x => x.SubjectId == round)), Is.EqualTo(isKept));
    }

    [TestCase(-1, true, NeedFactKind.AiUse)]
    [TestCase(1, false, NeedFactKind.AiUse)]
    [TestCase(-1, true, NeedFactKind.Newcomer)]
    [TestCase(1, false, NeedFactKind.Newcomer)]
    public async Task OfferedMoments_AndSensitiveFacts_AreKeptTenDays(int hours, bool areKept, NeedFactKind fact)
    {
        var round = await AddRoundAsync(Now - RetentionPeriods.Offers - Hour * hours, fact);

        await ApplyAsync();

        var invitation = await world.ReadAsync(db => db.Invitations.SingleAsync(x => x.RoundId == round));
        Assert.That((invitation.Gaps.Count, invitation.Ticked.Count), Is.EqualTo(areKept ? (1, 1) : (0, 0)));
        Assert.That(
            invitation.Facts.Select(fact => fact.Kind), areKept ? Has.Member(fact) : Is.EqualTo(new[] { NeedFactKind.NoContactYet }));
        var connection = await world.ReadAsync(db => db.Meetings.Include(x => x.Members).SingleAsync(x => x.RoundId == round));
        Assert.That(
            (connection.Members[0].OtherGaps, connection.Members[0].ChooseBy, connection.MovingId),
            Is.EqualTo(((IReadOnlyList<Slot>?)null, (Instant?)null, (string?)null)),
            "the choice of another moment must be cleared");
    }

    [TestCase(-13, true)]
    [TestCase(-14, false)]
    public async Task AiUseDay_IsKeptTwoWeeks(int days, bool isKept)
    {
        var day = Now.InUtc().Date.PlusDays(days);
        await world.WriteAsync(db =>
        {
            db.AiUseDays.Add(new AiUseDay { PersonId = person, Day = day, Source = AiUseSource.UsageReport, Used = true });
            return Task.CompletedTask;
        });

        await ApplyAsync();

        Assert.That(await world.ReadAsync(db => db.AiUseDays.AnyAsync(x => x.Day == day)), Is.EqualTo(isKept));
    }

    [TestCase(-1, true)]
    [TestCase(1, false)]
    public async Task Message_IsKeptAYear(int hours, bool isKept)
    {
        var id = NewId();
        await world.WriteAsync(db =>
        {
            db.Messages.Add(new Message
            {
                Id = id, PersonId = person, Kind = MessageKind.Welcome, SubjectId = id,
                DueAt = Now - RetentionPeriods.Messages - Hour * hours,
                State = MessageState.Accepted,
            });
            return Task.CompletedTask;
        });

        await ApplyAsync();

        Assert.That(await world.ReadAsync(db => db.Messages.AnyAsync(x => x.Id == id)), Is.EqualTo(isKept));
    }

    [Test]
    public async Task Message_WhoseEditIsTriedAgain_IsKeptAYearAfterItWasSent()
    {
        var id = NewId();
        await world.WriteAsync(db =>
        {
            db.Messages.Add(new Message
            {
                Id = id, PersonId = person, Kind = MessageKind.Welcome, SubjectId = id, DueAt = Now, IsStale = true,
                SentAt = Now - RetentionPeriods.Messages - Hour, State = MessageState.Accepted,
            });
            return Task.CompletedTask;
        });

        await ApplyAsync();

        Assert.That(await world.ReadAsync(db => db.Messages.AnyAsync(x => x.Id == id)), Is.False);
    }

    [TestCase(-1, true)]
    [TestCase(1, false)]
    public async Task ReceivedActivity_IsKeptAWeek(int hours, bool isKept)
    {
        var key = $"activity{number++}";
        await world.WriteAsync(db =>
        {
            db.ReceivedActivities.Add(new ReceivedActivity { Key = key, At = Now - RetentionPeriods.Activities - Hour * hours });
            return Task.CompletedTask;
        });

        await ApplyAsync();

        Assert.That(await world.ReadAsync(db => db.ReceivedActivities.AnyAsync(x => x.Key == key)), Is.EqualTo(isKept));
    }

    [TestCase(0, true)]
    [TestCase(-1, false)]
    public async Task DryRunAnswers_AndMonthTotals_AreKeptThisMonth(int months, bool areKept)
    {
        var today = Now.InUtc().Date;
        var month = new LocalDate(today.Year, today.Month, 1).PlusMonths(months);
        await world.WriteAsync(db =>
        {
            db.DryRunAnswers.Add(new DryRunAnswerRow { PoolId = "everyone", Month = month, Question = "q", Selected = 12, Price = 3 });
            db.DryRunMonths.Add(new DryRunMonthRow
            {
                PoolId = "everyone", Month = month, Audience = 30, Asked = 20, Pairs = 10, Repeats = 0, GraphCalls = 2,
            });
            return Task.CompletedTask;
        });

        await ApplyAsync();

        Assert.That(await world.ReadAsync(db => db.DryRunAnswers.AnyAsync(x => x.Month == month)), Is.EqualTo(areKept));
        Assert.That(await world.ReadAsync(db => db.DryRunMonths.AnyAsync(x => x.Month == month)), Is.EqualTo(areKept));
    }

    [TestCase(-1, true)]
    [TestCase(1, false)]
    public async Task OwnRequest_IsKeptFourWeeks(int hours, bool isKept)
    {
        await ChangeAsync(row => row.AskedForCompanyAt = Now - RetentionPeriods.OwnRequests - Hour * hours);

        await ApplyAsync();

        Assert.That((await PersonAsync()).AskedForCompanyAt is not null, Is.EqualTo(isKept));
    }

    [TestCase(1, true)]
    [TestCase(-1, false)]
    public async Task Pause_IsKeptUntilItHasEnded(int hours, bool isKept)
    {
        await ChangeAsync(row => row.PausedUntil = Now + Hour * hours);

        await ApplyAsync();

        Assert.That((await PersonAsync()).PausedUntil is not null, Is.EqualTo(isKept));
    }

    [TestCase(-1, true)]
    [TestCase(1, false)]
    public async Task Pause_OfSomebodyWhoAllowedSources_IsKeptWhileReportsMayNameItsDays(int hours, bool isKept)
    {
        await ChangeAsync(row => (row.SourcesAllowedAt, row.PausedUntil) = (Now, Now - Duration.FromDays(14) - Hour * hours));

        await ApplyAsync();

        Assert.That((await PersonAsync()).PausedUntil is not null, Is.EqualTo(isKept));
    }

    [TestCase(-1, true)]
    [TestCase(1, false)]
    public async Task UnreachablePerson_IsKeptHalfAYear(int hours, bool isKept)
    {
        var row = NewPerson();
        row.UnreachableSince = Now - RetentionPeriods.WhileUnreachable - Hour * hours;

        await AssertKeptAsync(row, [], isKept);
    }

    [TestCase(-1, true)]
    [TestCase(1, false)]
    public async Task PersonWhoStopped_IsKeptThreeMonths(int hours, bool isKept)
    {
        var row = NewPerson();
        var stopped = Now - RetentionPeriods.AfterStopping - Hour * hours;

        await AssertKeptAsync(row, [ConsentOf(row, given: true, stopped - Hour), ConsentOf(row, given: false, stopped)], isKept);
    }

    [Test]
    public async Task PersonWhoOnlyHasTheApp_IsKept()
    {
        await ApplyAsync();

        Assert.That(await world.ReadAsync(db => db.Participants.AnyAsync(x => x.PersonId == world.People[1].ObjectId.ToString())), Is.True);
    }

    [Test]
    public async Task Retention_IsAppliedEveryNight()
    {
        await world.WriteAsync(db =>
        {
            db.ReceivedActivities.Add(new ReceivedActivity { Key = "old", At = Now - RetentionPeriods.Activities - Hour });
            return Task.CompletedTask;
        });

        await world.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.That(await world.ReadAsync(db => db.ReceivedActivities.AnyAsync(x => x.Key == "old")), Is.False);
    }

    private Task ApplyAsync() => world.Services.GetRequiredService<Retention>().ApplyAsync(default);

    private Guid NewId() => Guid.CreateVersion7(world.Clock.Now.AddMilliseconds(number++));

    private Task<Participant> PersonAsync() => world.ParticipantAsync(world.People[0]);

    private Task ChangeAsync(Action<Participant> change) =>
        world.WriteAsync(async db => change(await db.Participants.SingleAsync(x => x.PersonId == person)));

    private async Task AssertKeptAsync(Participant row, IReadOnlyList<Consent> consents, bool isKept)
    {
        await world.WriteAsync(db =>
        {
            db.Participants.Add(row);
            db.Consents.AddRange(consents);
            return Task.CompletedTask;
        });

        await ApplyAsync();

        Assert.That(await world.ReadAsync(db => db.Participants.AnyAsync(x => x.PersonId == row.PersonId)), Is.EqualTo(isKept));
        Assert.That(
            await world.ReadAsync(db => db.Consents.CountAsync(x => x.PersonId == row.PersonId)), Is.EqualTo(isKept ? consents.Count : 0));
    }

    private Participant NewPerson() => new()
    {
        PersonId = NewId().ToString(), PoolId = "everyone", Name = "Iemand", Nonce = "n", TeamsUserId = "29:x",
        ServiceUrl = "http://127.0.0.1/",
        Language = "nl", Zone = "Europe/Amsterdam", InstalledAt = Now,
    };

    private Consent ConsentOf(Participant row, bool given, Instant at) =>
        new() { Id = NewId(), PersonId = row.PersonId, Layer = ConsentLayer.Join, Given = given, At = at };

    // The meeting and the task share the round's id, which makes them easy to find.
    private async Task<Guid> AddRoundAsync(Instant at, NeedFactKind fact)
    {
        var id = NewId();
        var monday = new LocalDate(2020, 1, 6).PlusWeeks(number++);
        await world.WriteAsync(db =>
        {
            db.Rounds.Add(
                new RoundRow { Id = id, PoolId = "everyone", Monday = monday, Seed = 1, State = RoundState.Settled, StartedAt = at });
            db.Invitations.Add(new Invitation
            {
                Id = NewId(), RoundId = id, PersonId = person, Nonce = "n", State = InvitationState.Settled, Offer = Offer.Coffee,
                Monday = monday,
                Gaps = [new Slot(40, 2)], Ticked = [new Slot(40, 2)],
                Facts = [new NeedFact(fact, 1, 1), new NeedFact(NeedFactKind.NoContactYet, 0, 1)], AnswersUntil = at,
            });
            db.Meetings.Add(new MeetingRow
            {
                Id = id, RoundId = id, PoolId = "everyone", State = MeetingState.Over, Offer = Offer.Coffee, Monday = monday,
                StartsAt = at, Minutes = 30,
                Question = 1, MovingId = person,
                Members =
                    [new MemberRow { ConnectionId = id, PersonId = person, Nonce = "n", OtherGaps = [new Slot(44, 2)], ChooseBy = at }],
            });
            db.DueTasks.Add(
                new DueTask { Id = NewId(), Kind = DueTaskKind.SyncEvent, SubjectId = id, DueAt = Now + Duration.FromDays(400) });
            return Task.CompletedTask;
        });
        return id;
    }
}
