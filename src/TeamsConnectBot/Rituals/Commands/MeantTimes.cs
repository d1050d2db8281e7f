using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>From the days somebody named to the times of a ritual.</summary>
internal static class MeantTimes
{
    /// <returns>What it can mean: one list when it is clear, none when the ritual isn't on those days.</returns>
    public static IReadOnlyList<IReadOnlyList<PlannedTime>> Meant(this RitualPlan plan, DayReading days, PlanTimes times, Instant now)
    {
        if (days.Times > 0)
        {
            return [[.. times.Upcoming(plan, now).Take(days.Times)]];
        }

        return [.. days.Spans.Select(span => times.In(plan, span, now)).Where(found => found.Count > 0)];
    }
}
