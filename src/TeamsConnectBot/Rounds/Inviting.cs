using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.OpenTable;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// A round up to its invitations: who is available, who may be nudged now, who can be matched at all, and which slots each invitation
/// offers. All of it is written in one transaction.
/// </summary>
internal sealed partial class Inviting(
    Database database, PoolCatalogue pools, Gathering gathering, RoundPlanning planning, RuleStore book, Lapsing lapsing,
    PoolMoves moves, FigurePublisher figures, DaysOff daysOff, TimeProvider clock, ILogger<Inviting> logger)
{
    private const int MaxFactsDays = 365;

    public async Task InviteAsync(DueTask task, CancellationToken cancellationToken)
    {
        var round = await database.ReadAsync(
            db => db.Rounds.SingleAsync(x => x.Id == task.SubjectId, cancellationToken), cancellationToken);
        var pool = pools.Find(round.PoolId);
        var week = new Week(round.Monday);
        var now = clock.GetCurrentInstant();
        var times = RoundTimes.At(now, daysOff.CalendarOf(pool, now), week);
        if (week.End <= now)
        {
            await DropAsync(task, cancellationToken);
            return;
        }

        await lapsing.RunAsync(cancellationToken);
        var rules = await RoundRules.InForceAsync(database, book, pool.Id, cancellationToken);
        var gathered = await gathering.GatherAsync(
            pool, week, RetryBudget.IsLeft(task), rules.NeedsHireDates, readCalendars: true, cancellationToken);
        var moving = await moves.FindAsync(pool, gathered, cancellationToken);
        while (!await TryAsync(task, round, pool, times, rules, gathered, moving, cancellationToken))
        {
            // Another round, in whose pool some of the same people are, invited them meanwhile: the plan is made again, with that known.
        }
    }

    /// <returns>False when another round invited some of the people during the planning; nothing was written then.</returns>
    private async Task<bool> TryAsync(
        DueTask task, Round round, PoolOptions pool, RoundTimes times, RoundRules rules, PoolSnapshot gathered,
        IReadOnlyList<Participant> moving, CancellationToken cancellationToken)
    {
        var known = (await database.ReadAsync(db => InvitedNowAsync(db, round.Monday, cancellationToken), cancellationToken)).Keys;
        var (asked, held, plan, table, _) =
            await planning.PlanAsync(pool, round, times, gathered, rules, isRehearsal: false, cancellationToken);
        var people = plan.Asks.Select(ask => ask.Member.Id)
            .Concat((table?.Moments ?? []).Select(moment => moment.Host?.Id).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        var invited = plan.Asks.Count + (table?.Moments.Count(moment => moment.Host is not null) ?? 0);
        var byPerson = asked.ToDictionary(nudge => nudge.Person.Member.Id, StringComparer.Ordinal);
        var (isWritten, nobody) = await database.WriteAsync<(bool, EmptyRoundReason?)>(
            async db =>
            {
                var row = await db.Rounds.SingleAsync(x => x.Id == round.Id, cancellationToken);
                if (row.State != RoundState.Gathering || await Standstill.CurrentAsync(db, cancellationToken) is not null)
                {
                    return (true, null);
                }

                var now = await InvitedNowAsync(db, round.Monday, cancellationToken);
                if (now.Any(invitation => people.Contains(invitation.Value) && !known.Contains(invitation.Key)))
                {
                    return (false, null);
                }

                row.State = RoundState.Open;
                row.Kind = table is null ? RoundKind.Pairs : RoundKind.OpenTable;
                row.AnswersUntil = times.AnswersUntil;
                row.Asked = invited;

                // How many of a larger side are asked follows from how many there are on the smaller one.
                row.IsSelective = rules.IsSelective || pool.HasSides;
                row.NotAsked = Count(gathered.LeftOut, held, plan.NotAsked);
                if (invited == 0)
                {
                    EmptyRounds.Note(row, EmptyRounds.ReasonOf(times, rules, gathered.HasTooSmallGroup));
                }

                foreach (var moment in table?.Moments ?? [])
                {
                    WriteHost(db, row, pool, byPerson, moment, times.AnswersUntil);
                }

                await figures.PublishUnnamedAsync(db, WithoutGap.In(gathered, pool, row.Monday, people), cancellationToken);
                db.DueTasks.Remove(await db.DueTasks.SingleAsync(x => x.Id == task.Id, cancellationToken));
                db.DueTasks.Add(new DueTask
                {
                    Id = clock.NewId(), Kind = DueTaskKind.SettleRound, SubjectId = row.Id, DueAt = times.AnswersUntil,
                });
                foreach (var batch in plan.Asks.Chunk(BatchedWrites.Size))
                {
                    foreach (var ask in batch)
                    {
                        Write(db, row, pool, byPerson[ask.Member.Id], ask, times.AnswersUntil);
                    }

                    await BatchedWrites.SaveAsync(db, cancellationToken);
                }

                await ParticipantDetails.UpdateAsync(db, gathered.People, cancellationToken);
                await PoolMoves.WriteAsync(db, moving, pool, cancellationToken);
                if (invited > 0)
                {
                    return (true, null);
                }

                await db.SaveChangesAsync(cancellationToken);
                return (true, EmptyRounds.Twice(await EmptyRounds.NewestAsync(db, pool.Id, cancellationToken)));
            },
            cancellationToken);
        if (!isWritten)
        {
            return false;
        }

        if (invited > 0)
        {
            Log.Invited(logger, pool.Id);
        }
        else if (nobody is { } reason)
        {
            Log.NobodyTwice(logger, pool.Id, reason);
        }
        else
        {
            Log.NobodyInvited(logger, pool.Id);
        }

        return true;
    }

    /// <summary>Whom any pool invited to this week, or asks something that is still open, by invitation.</summary>
    private static Task<Dictionary<Guid, string>> InvitedNowAsync(ConnectDb db, LocalDate monday, CancellationToken cancellationToken) =>
        db.Invitations
            .Where(row => row.Monday == monday || row.State == InvitationState.Planned || row.State == InvitationState.Sent)
            .Select(row => new { row.Id, row.PersonId })
            .ToDictionaryAsync(row => row.Id, row => row.PersonId, cancellationToken);

    // The round's week passed while the service was stopped, so there is nothing left to offer.
    private Task DropAsync(DueTask task, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var row = await db.Rounds.SingleAsync(x => x.Id == task.SubjectId, cancellationToken);
            (row.State, row.SettledAt) = (RoundState.Settled, clock.GetCurrentInstant());
            row.NotAsked = new Dictionary<string, int> { [EmptyRounds.TooLate] = 0 };
            db.DueTasks.Remove(await db.DueTasks.SingleAsync(x => x.Id == task.Id, cancellationToken));
        },
        cancellationToken);

    // A host said yes before anyone was invited; their card says so, and they can withdraw.
    private void WriteHost(
        ConnectDb db, Round round, PoolOptions pool, Dictionary<string, Nudge> nudges, TableMoment moment, Instant answersUntil)
    {
        if (moment.Host is { } host)
        {
            var invitation = Write(db, round, pool, nudges[host.Id], new Ask(host, [moment.Slot]), answersUntil);
            invitation.State = InvitationState.Yes;
            invitation.Ticked = [moment.Slot];
            invitation.IsHost = true;
        }
    }

    private Invitation Write(ConnectDb db, Round round, PoolOptions pool, Nudge nudge, Ask ask, Instant answersUntil)
    {
        var rule = nudge.By.Rule;
        var invitation = new Invitation
        {
            Id = clock.NewId(), RoundId = round.Id, PersonId = ask.Member.Id, Nonce = Nonce.New(), State = InvitationState.Planned,

            // Everyone at an open table comes for the same offer.
            Offer = round.Kind == RoundKind.OpenTable
                ? pool.Offer
                : OfferChoice.For(nudge.Person.Participant.Preferences, rule.Offer ?? pool.Offer, pool.Offer, ask),
            Side = ask.Member.Side, Monday = round.Monday, Gaps = ask.Gaps, Facts = nudge.Need.Facts,
            RuleId = rule.Id, RuleNumber = nudge.By.Number, RuleWhy = WhyOf(nudge.By, pool),
            ByBand = rule.UsesBand, ByCalendar = rule.UsesFreeTime,
            FactsUntil = rule.KeepFactsDays < MaxFactsDays ? answersUntil + Duration.FromDays(rule.KeepFactsDays) : null,
            AnswersUntil = answersUntil,
        };
        db.Invitations.Add(invitation);
        db.Messages.Add(new Message
        {
            Id = clock.NewId(), PersonId = ask.Member.Id, Kind = MessageKind.Invitation, SubjectId = invitation.Id, DueAt = nudge.SendAt,
            State = MessageState.Planned,
        });
        return invitation;
    }

    // While the shipped rule for everybody is unchanged, the pool's own sentence explains the invitation.
    private static LocalText WhyOf(ActiveRule active, PoolOptions pool) =>
        active.Rule.Id == ShippedRules.Everybody.Id && active.Number == ShippedRules.Number
            ? new LocalText(pool.Why.GetValueOrDefault("nl") ?? active.Rule.Why.Nl, pool.Why.GetValueOrDefault("en") ?? active.Rule.Why.En)
            : active.Rule.Why;

    private static Dictionary<string, int> Count(
        IReadOnlyDictionary<string, int> gathered, IEnumerable<HeldBack> held, IEnumerable<NotAsked> notAsked) =>
        held.CountBy(person => person.Reason.ToString()).Concat(notAsked.CountBy(person => person.Reason.ToString())).Concat(gathered)
            .ToDictionary();

    private static partial class Log
    {
        // No counts: their changes from week to week would reveal who joined, paused, or was left alone because of their answers.
        [LoggerMessage(LogLevel.Information, "Round of pool {Pool}: invitations planned")]
        public static partial void Invited(ILogger logger, string pool);

        [LoggerMessage(LogLevel.Information, "Round of pool {Pool}: nobody to invite")]
        public static partial void NobodyInvited(ILogger logger, string pool);

        [LoggerMessage(LogLevel.Warning,
            "Round of pool {Pool}: nobody to invite, for the second time in a row ({Reason}); docs/troubleshooting.md says what to do")]
        public static partial void NobodyTwice(ILogger logger, string pool, EmptyRoundReason reason);
    }
}
