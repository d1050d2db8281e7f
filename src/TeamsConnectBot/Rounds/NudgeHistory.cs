using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Choosing;
using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rounds;

/// <summary>Reads earlier invitations, and converts them to the form that the budget counts.</summary>
internal sealed class NudgeHistory(Database database, TimeProvider clock)
{
    private static readonly Duration History = Duration.FromDays(183);

    public async Task<ILookup<string, Invitation>> ReadAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetCurrentInstant() - History;
        var invitations = await database.ReadAsync(
            db => db.Invitations.Where(invitation => invitation.AnswersUntil > since).ToListAsync(cancellationToken), cancellationToken);
        return invitations.ToLookup(invitation => invitation.PersonId);
    }

    public static PastNudge ToPastNudge(Invitation invitation) =>
        new(invitation.SentAt ?? invitation.AnswersUntil, invitation.State switch
        {
            InvitationState.Planned or InvitationState.Sent => NudgeAnswer.Open,
            InvitationState.Silent => invitation.SentAt is null ? NudgeAnswer.NotDelivered : NudgeAnswer.Silence,
            InvitationState.Withdrawn => NudgeAnswer.NotDelivered,
            _ => NudgeAnswer.Answered,
        });

    /// <summary>Which rule nudged the person when, for invitations that reached them.</summary>
    public static IEnumerable<RuleNudge> ByRule(IEnumerable<Invitation> invitations) =>
        from invitation in invitations
        where invitation.RuleId is not null && ToPastNudge(invitation).Answer != NudgeAnswer.NotDelivered
        select new RuleNudge(invitation.RuleId!, invitation.SentAt ?? invitation.AnswersUntil);

    public static int? WeeksSinceAsked(IReadOnlyCollection<Invitation> invitations, Instant now) =>
        invitations.Count == 0 ? null : Math.Max(0, (int)((now - invitations.Max(invitation => invitation.AnswersUntil)).TotalDays / 7));

    /// <summary>How many of their turns are invitations that never reached them, since a round last brought them together.</summary>
    public static int TurnsNeverDelivered(IReadOnlyCollection<Invitation> invitations)
    {
        var settled = invitations.Where(invitation => invitation.State == InvitationState.Settled)
            .Max(invitation => (Instant?)invitation.AnswersUntil);
        return invitations.Count(invitation =>
            invitation is { State: InvitationState.Withdrawn, SentAt: null } && !(invitation.AnswersUntil <= settled));
    }

    /// <summary>When 'not this week' was last said.</summary>
    public static Instant? NotThisWeekSaidAt(IEnumerable<Invitation> invitations) =>
        invitations.Where(invitation => invitation.State == InvitationState.NotThisWeek).Max(invitation => invitation.AnsweredAt);
}
