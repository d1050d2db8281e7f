using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Admin.Overview;

/// <summary>A round that the schedule will start.</summary>
/// <param name="Start">When it starts.</param>
/// <param name="SentOn">When its invitations go out, where it starts on a day on which nobody works.</param>
/// <param name="AnswersUntil">When its answers close.</param>
/// <param name="HasTimeLeft">Whether days off leave a working day in its week; otherwise it invites nobody.</param>
internal sealed record UpcomingRound(Instant Start, LocalDate? SentOn, Instant AnswersUntil, bool HasTimeLeft)
{
    // Figures of a week are counted in the night after the week that follows it.
    private const int WeeksUntilFigures = 2;

    public LocalDate FiguresOn => FiguresOf(Week.Of(Start).Monday);

    /// <summary>The day on which the figures of a week's round can appear.</summary>
    public static LocalDate FiguresOf(LocalDate monday) => monday.PlusWeeks(WeeksUntilFigures);

    public static UpcomingRound At(Instant start, PoolCalendar calendar)
    {
        var day = start.InZone(calendar.Hours.Zone).Date;
        var times = RoundTimes.At(start, calendar, Week.Of(start));
        return new UpcomingRound(
            start, calendar.IsWorkingDay(day) ? null : calendar.NextWorkingDay(day), times.AnswersUntil, times.Offerable.Length > 0);
    }
}
