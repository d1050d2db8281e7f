using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Signals;

/// <summary>The AI-use band from the days that a person allowed to be used; calculated whenever it is needed, never stored.</summary>
internal static class AllowedDays
{
    /// <param name="person">Whose band.</param>
    /// <param name="days">The days stored about them, from all sources.</param>
    /// <param name="workingDays">The days of the week on which they work.</param>
    /// <param name="today">Today, where they are.</param>
    /// <returns>The band with the days it rests on; null when too little is known.</returns>
    public static AiUseReading? Read(
        Participant person, IEnumerable<AiUseDay> days, IReadOnlySet<IsoDayOfWeek> workingDays, LocalDate today) =>
        AiUseBandCalculator.Calculate(Of(person, days), workingDays, today);

    /// <summary>The stored days from the sources that the person allowed.</summary>
    public static IEnumerable<DayFlag> Of(Participant person, IEnumerable<AiUseDay> days) =>
        from day in days
        where (day.Source == AiUseSource.SelfReport ? person.OwnWordAllowedAt : person.SourcesAllowedAt) is not null
        select new DayFlag(day.Day, day.Used);
}
