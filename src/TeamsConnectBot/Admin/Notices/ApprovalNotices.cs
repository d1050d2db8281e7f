using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.HelpRequests;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Signals;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Admin.Notices;

/// <summary>
/// Messages in Teams about what waits for the works council, to those of its members who chose to get them, in their working hours. What
/// waits is looked up every hour while anybody chose them, and each person hears of it once: the outbox plans no message twice.
/// </summary>
internal sealed class ApprovalNotices(
    Database database, RuleStore store, SignalApprovals signals, HelpApprovals help, RoleDirectory directory,
    IOptions<RoleOptions> roles, Outbox outbox, MessageHold hold, DueTasks tasks, SweepRequests sweeps, TimeProvider clock)
{
    private static readonly Duration Interval = Duration.FromHours(1);

    // One task looks for everybody.
    private static readonly Guid Everybody = Guid.Empty;

    /// <summary>The groups whose members can get them; none when the role comes from app roles only.</summary>
    public IReadOnlyList<string> Groups => [.. roles.Value.WorksCouncil.Where(value => Guid.TryParse(value, out _))];

    /// <summary>Whether somebody gets them; null when they do not have the app in Teams.</summary>
    public async Task<bool?> IsOnAsync(string personId, CancellationToken cancellationToken) => await database.ReadAsync(
        async db => await db.Participants.FindAsync([personId], cancellationToken) is { } person
            ? person.ApprovalNoticesSince is not null : (bool?)null, cancellationToken);

    /// <summary>Switches them on or off for the person who asks.</summary>
    /// <returns>Whether they were: the person may decide and has the app.</returns>
    /// <exception cref="Graph.Transport.GraphUnavailableException">It could not be read whether they are in the group.</exception>
    public async Task<NoticeChoice> SetAsync(Actor actor, bool on, CancellationToken cancellationToken)
    {
        // Whoever has the role by app role only would be left out of every message.
        if (on && actor.Is(Role.WorksCouncil) && !await StillDecidesAsync(actor.Id, cancellationToken))
        {
            return NoticeChoice.NotInGroup;
        }

        var done = await database.WriteAsync(
            async db =>
            {
                if (!actor.Is(Role.WorksCouncil) || await db.Participants.FindAsync([actor.Id], cancellationToken) is not { } person)
                {
                    return NoticeChoice.NotPossible;
                }

                var now = clock.GetCurrentInstant();
                person.ApprovalNoticesSince = on ? person.ApprovalNoticesSince ?? now : null;
                if (on)
                {
                    await tasks.SetAsync(db, DueTaskKind.TellApprovals, Everybody, now, cancellationToken);
                }

                return NoticeChoice.Kept;
            },
            cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
        return done;
    }

    /// <summary>Plans the messages, and looks again in an hour if anybody still wants them.</summary>
    public async Task LookAsync(DueTask task, CancellationToken cancellationToken)
    {
        await PlanAsync(cancellationToken);
        await database.WriteAsync(
            async db =>
            {
                if (await db.Participants.AnyAsync(person => person.ApprovalNoticesSince != null, cancellationToken))
                {
                    await tasks.SetAsync(
                        db, task.Kind, task.SubjectId, clock.GetCurrentInstant() + Interval, cancellationToken);
                }
                else
                {
                    await DueTasks.RemoveAsync(db, task.Kind, task.SubjectId, cancellationToken);
                }
            },
            cancellationToken);
    }

    /// <summary>Plans a message about everything that waits, to everybody who does not have one about it.</summary>
    public async Task PlanAsync(CancellationToken cancellationToken)
    {
        var people = await database.ReadAsync(
            db => db.Participants.AsNoTracking().Where(person => person.ApprovalNoticesSince != null && person.UnreachableSince == null)
                .Select(person => person.PersonId).ToListAsync(cancellationToken), cancellationToken);
        if (people.Count == 0 || await WaitingAsync(cancellationToken) is not { Count: > 0 } waiting)
        {
            return;
        }

        foreach (var personId in people)
        {
            if (await StillDecidesAsync(personId, cancellationToken))
            {
                await database.WriteAsync(db => PlanAsync(db, personId, waiting, cancellationToken), cancellationToken);
            }
        }

        await sweeps.SweepSoonAsync(cancellationToken);
    }

    private async Task PlanAsync(
        ConnectDb db, string personId, IReadOnlyList<RuleApprovalRow> waiting, CancellationToken cancellationToken)
    {
        if (await db.Participants.FindAsync([personId], cancellationToken) is not { ApprovalNoticesSince: not null } person)
        {
            return;
        }

        // Whoever asked cannot decide.
        foreach (var row in waiting.Where(row => row.AskedById != personId))
        {
            await outbox.AddAsync(
                db, person, MessageKind.ApprovalWaits, row.Id,
                dueAt: SendingWindow.Next(clock.GetCurrentInstant(), hold.LimitsOf(person)), cancellationToken: cancellationToken);
        }
    }

    /// <summary>What waits; not a setting that was switched off again.</summary>
    private async Task<IReadOnlyList<RuleApprovalRow>> WaitingAsync(CancellationToken cancellationToken)
    {
        var sources = (await signals.WaitingAsync(cancellationToken)).Select(waiting => waiting.Source).ToHashSet();
        var pools = (await help.WaitingAsync(cancellationToken)).Select(waiting => waiting.PoolId).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (await store.WaitingAsync(cancellationToken)).Where(row =>
                SignalApprovals.SourceOf(row.RuleId) is { } source ? sources.Contains(source)
                : HelpApprovals.PoolOf(row.RuleId) is not { } pool || pools.Contains(pool)),
        ];
    }

    // A role by group is read again; a role by app role is known at sign-in only.
    private async Task<bool> StillDecidesAsync(string personId, CancellationToken cancellationToken) =>
        Groups.Count == 0
        || (await directory.ByGroupAsync(personId, cancellationToken)).HasFlag(Role.WorksCouncil);
}

/// <summary>What became of the choice to get messages or not.</summary>
internal enum NoticeChoice
{
    Kept,

    /// <summary>The person may not decide, or does not have the app.</summary>
    NotPossible,

    /// <summary>The person is in no group that gives the role, so nobody could tell later whether they still have it.</summary>
    NotInGroup,
}
