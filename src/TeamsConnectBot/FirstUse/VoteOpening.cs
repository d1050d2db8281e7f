using NodaTime.Text;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.FirstUse;

/// <summary>The result of asking everybody whether to continue.</summary>
/// <param name="IsInUse">Whether the bot is in use, so that there is something to continue.</param>
/// <param name="Until">When the vote closes; null when none was opened.</param>
internal readonly record struct AskedEverybody(bool IsInUse, Instant? Until);

/// <summary>Opens a vote of the participants, and sends it to each of them in their working hours.</summary>
internal sealed class VoteOpening(
    Database database, FirstUseDecision firstUse, AuditLog audit, Outbox outbox, MessageHold hold, SweepRequests sweeps,
    PoolCatalogue pools, DaysOff daysOff, IOptions<FirstUseOptions> options, TimeProvider clock)
{
    // A vote may be repeated, but not again and again until someone gets the result they want.
    private static readonly Duration BetweenVotes = Duration.FromDays(30);

    /// <summary>
    /// What a refusal is about: what is allowed is the day from which there can be another vote; nothing while one runs.
    /// </summary>
    public const string Field = "vote";

    /// <summary>
    /// Opens a vote at an admin's request: the first one, or a later one. The admin must confirm that meetings count as working time.
    /// </summary>
    public async Task<RuleOutcome> OpenAsync(bool countsAsWorkingTime, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Is(Role.Admin) || !firstUse.IsByVote)
        {
            return RuleOutcome.NotAllowed(Role.Admin);
        }

        if (!countsAsWorkingTime)
        {
            return RuleOutcome.Refused("countsAsWorkingTime", "false", "true");
        }

        var (until, last) = await database.WriteAsync(
            async db => (await OpenAsync(db, actor, cancellationToken), await LastAsync(db, cancellationToken)), cancellationToken);
        if (until is null)
        {
            // The first whole day, because the moment would be that at which somebody asked.
            return RuleOutcome.Refused(
                Field, "", last is { Approved: not null } closed
                    ? LocalDatePattern.Iso.Format((closed.AskedAt + BetweenVotes).InUtc().Date.PlusDays(1)) : "");
        }

        await sweeps.SweepSoonAsync(cancellationToken);
        return RuleOutcome.Done(null, 0);
    }

    /// <summary>Lets any participant ask all others whether to continue. Who asked is not stored.</summary>
    public async Task<AskedEverybody> AskAsync(CancellationToken cancellationToken)
    {
        var asked = await database.WriteAsync(
            async db => (await firstUse.StatusAsync(db, cancellationToken)).State == FirstUseState.Approved
                ? new AskedEverybody(true, await OpenAsync(db, SecretVote.Together, cancellationToken)) : default, cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
        return asked;
    }

    private static Task<FirstUseRow?> LastAsync(ConnectDb db, CancellationToken cancellationToken) =>
        db.FirstUses.OrderByDescending(row => row.AskedAt).FirstOrDefaultAsync(cancellationToken);

    private async Task<Instant?> OpenAsync(ConnectDb db, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var last = await LastAsync(db, cancellationToken);
        if (last is { Approved: null } || last?.AskedAt > now - BetweenVotes)
        {
            return null;
        }

        var vote = new FirstUseRow
        {
            Id = clock.NewId(), Body = FirstUseBody.Vote, AskedAt = now,
            VoteUntil = daysOff.NotBeforeWork(now + Duration.FromDays(options.Value.VoteDays), pools.Default.TimeZone),
            CountsAsWorkingTime = true,
        };
        db.FirstUses.Add(vote);
        foreach (var person in await db.Participants.Where(person => person.JoinedAt != null).ToListAsync(cancellationToken))
        {
            var dueAt = SendingWindow.Next(now, hold.LimitsOf(person));
            await outbox.AddAsync(db, person, MessageKind.UseVote, vote.Id, dueAt: dueAt, cancellationToken: cancellationToken);
        }

        await audit.AddAsync(db, actor, AuditAction.VoteOpened, "first use", "", cancellationToken);
        return vote.VoteUntil;
    }
}
