using NodaTime;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>On which days: a rule, or one date.</summary>
/// <param name="Rule">The rule; null for one date.</param>
/// <param name="Date">The date; null with a rule.</param>
/// <param name="Anchor">A rule whose first date is the first of <paramref name="Rule"/> as well, where that alone doesn't say which: quarters.</param>
internal sealed record DayPlan(RecurrenceRule? Rule, LocalDate? Date = null, RecurrenceRule? Anchor = null);
