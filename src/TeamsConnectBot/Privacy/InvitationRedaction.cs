using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Removes from invitations what was derived from data that expired or is no longer allowed: a fact, or the rule that used it, would
/// still reveal it.
/// </summary>
internal static class InvitationRedaction
{
    /// <summary>Removes the facts and the rule that reveal an AI-use band.</summary>
    public static void RemoveBand(IEnumerable<Invitation> invitations)
    {
        foreach (var invitation in invitations)
        {
            RemoveFacts(invitation, NeedFactKind.AiUse, NeedFactKind.NoAiUseKnown);
            if (invitation.ByBand)
            {
                RemoveRule(invitation);
            }
        }
    }

    /// <summary>Removes the facts that reveal a recent hire date.</summary>
    public static void RemoveHireDate(IEnumerable<Invitation> invitations)
    {
        foreach (var invitation in invitations)
        {
            RemoveFacts(invitation, NeedFactKind.Newcomer);
        }
    }

    /// <summary>Removes the free slots taken from the calendar, and the rule that found enough of them.</summary>
    public static void RemoveCalendar(IEnumerable<Invitation> invitations)
    {
        foreach (var invitation in invitations)
        {
            invitation.Gaps = [];
            if (invitation.ByCalendar)
            {
                RemoveRule(invitation);
            }
        }
    }

    private static void RemoveFacts(Invitation invitation, params IEnumerable<NeedFactKind> kinds) =>
        invitation.Facts = [.. invitation.Facts.Where(fact => !kinds.Contains(fact.Kind))];

    private static void RemoveRule(Invitation invitation) =>
        (invitation.RuleId, invitation.RuleNumber, invitation.RuleWhy, invitation.ByBand, invitation.ByCalendar) =
            (null, null, null, false, false);
}
