using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Signals;
using TeamsConnectBot.Signals.Notifications;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Lets the works council reverse its decision about a source of AI-use days. A yes that is taken back erases what the source told, as
/// when a person takes back theirs.
/// </summary>
internal sealed class SourceReversal(Database database, SignalApprovals approvals, WatchEndings watches, SweepRequests sweeps)
{
    public async Task<RuleOutcome> ReverseAsync(
        SignalSource source, ApprovalAnswer answer, Actor actor, CancellationToken cancellationToken)
    {
        var reversed = await database.WriteAsync(Role.WorksCouncil, actor, async db =>
        {
            var outcome = await approvals.ReverseAsync(db, source, answer, actor, cancellationToken);
            if (outcome.Kind == RuleOutcomeKind.Done && !answer.Approves)
            {
                await EraseAsync(db, source, cancellationToken);
            }

            return outcome;
        }, cancellationToken);

        // Graph is told to end the subscriptions.
        await sweeps.SweepSoonAsync(cancellationToken);
        return reversed;
    }

    private async Task EraseAsync(ConnectDb db, SignalSource source, CancellationToken cancellationToken)
    {
        var kind = source == SignalSource.CopilotReport ? AiUseSource.UsageReport : AiUseSource.Notification;
        var days = await db.AiUseDays.Where(day => day.Source == kind).ToListAsync(cancellationToken);
        db.AiUseDays.RemoveRange(days);

        // A band may have been based on them.
        var people = days.Select(day => day.PersonId).Distinct().ToList();
        InvitationRedaction.RemoveBand(
            await db.Invitations.Where(row => people.Contains(row.PersonId)).ToListAsync(cancellationToken));
        foreach (var person in source == SignalSource.CopilotNotifications
            ? await db.InteractionWatches.Select(watch => watch.PersonId).ToListAsync(cancellationToken) : [])
        {
            await watches.EndAsync(db, person, cancellationToken);
        }
    }
}
