using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.DryRuns;

/// <summary>What a dry-run must read about people; what its questions do not need stays unread.</summary>
internal readonly record struct DryRunNeeds(bool Calendars, bool HireDates)
{
    /// <param name="rules">The rules whose questions were not answered yet this month.</param>
    /// <param name="playsRound">Whether the month's round is simulated too; it needs calendars, and no hire dates.</param>
    public static DryRunNeeds Of(IEnumerable<ActiveRule> rules, bool playsRound)
    {
        var asked = rules.Select(active => active.Rule).ToList();

        // A band is a share of somebody's working days, which their calendar tells.
        return new DryRunNeeds(
            playsRound || asked.Exists(rule => rule.UsesFreeTime || rule.UsesBand), asked.Exists(rule => rule.UsesTenure));
    }
}
