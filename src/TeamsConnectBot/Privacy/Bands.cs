using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// A band also stands in the facts of an invitation, and a rule that looks at bands says something of it; there too it goes
/// when it expires or is no longer allowed.
/// </summary>
internal static class Bands
{
    public static void Forget(IEnumerable<Invitation> invitations)
    {
        foreach (var invitation in invitations)
        {
            invitation.Facts = [.. invitation.Facts.Where(fact => fact.Kind is not (NeedFactKind.AiUse or NeedFactKind.NoAiUseKnown))];
            if (invitation.ByBand)
            {
                (invitation.RuleId, invitation.RuleNumber, invitation.RuleWhy, invitation.ByBand) = (null, null, null, false);
            }
        }
    }
}
