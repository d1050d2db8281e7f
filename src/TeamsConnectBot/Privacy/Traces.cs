using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// What was read also stands in the facts of an invitation, and a rule that looks at it says something of it; there too it goes
/// when it expires or is no longer allowed.
/// </summary>
internal static class Traces
{
    private static readonly NeedFactKind[] OfBand = [NeedFactKind.AiUse, NeedFactKind.NoAiUseKnown];

    /// <summary>Of an AI-use band.</summary>
    public static void ForgetBand(IEnumerable<Invitation> invitations)
    {
        foreach (var invitation in invitations)
        {
            Forget(invitation, OfBand);
            if (invitation.ByBand)
            {
                ForgetRule(invitation);
            }
        }
    }

    /// <summary>Of the day somebody began, from which their facts count.</summary>
    public static void ForgetHireDate(IEnumerable<Invitation> invitations)
    {
        foreach (var invitation in invitations)
        {
            Forget(invitation, [NeedFactKind.Newcomer]);
        }
    }

    /// <summary>Of the calendar: the moments it left free, and that a rule found enough of them.</summary>
    public static void ForgetCalendar(IEnumerable<Invitation> invitations)
    {
        foreach (var invitation in invitations)
        {
            invitation.Gaps = [];
            if (invitation.ByCalendar)
            {
                ForgetRule(invitation);
            }
        }
    }

    private static void Forget(Invitation invitation, NeedFactKind[] kinds) =>
        invitation.Facts = [.. invitation.Facts.Where(fact => !kinds.Contains(fact.Kind))];

    private static void ForgetRule(Invitation invitation) =>
        (invitation.RuleId, invitation.RuleNumber, invitation.RuleWhy, invitation.ByBand, invitation.ByCalendar) = (null, null, null, false, false);
}
