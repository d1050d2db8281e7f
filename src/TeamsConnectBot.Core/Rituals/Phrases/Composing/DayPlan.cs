using NodaTime;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>On which days: a rule, or one date.</summary>
/// <param name="Rule">The rule; null for one date.</param>
/// <param name="Date">The date; null with a rule.</param>
/// <param name="BeginsIn">The months a rule of several months may begin in: of a quarter its first or its last; null is any.</param>
internal sealed record DayPlan(RecurrenceRule? Rule, LocalDate? Date = null, int[]? BeginsIn = null);
