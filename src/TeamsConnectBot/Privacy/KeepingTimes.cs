using NodaTime;

namespace TeamsConnectBot.Privacy;

/// <summary>How long things are kept, as <see cref="Retention"/> removes them and <c>docs/what-we-store.md</c> says it.</summary>
internal static class KeepingTimes
{
    /// <summary>The longest window in which two are not brought together again is 52 rounds.</summary>
    public static readonly Duration Rounds = Duration.FromDays(365);

    public static readonly Duration Messages = Duration.FromDays(365);

    /// <summary>After its answers closed; with the days a round takes, a band in its facts is gone before the days it rests on.</summary>
    public static readonly Duration Offers = Duration.FromDays(10);

    public static readonly Duration OwnRequests = Duration.FromDays(28);

    public static readonly Duration AfterStopping = Duration.FromDays(90);

    public static readonly Duration WhileUnreachable = Duration.FromDays(180);

    public const int MonthsOfCheckIns = 13;

    public static readonly Duration Occurrences = Duration.FromDays(30);

    /// <summary>Somebody may want it back.</summary>
    public static readonly Duration EndedRituals = Duration.FromDays(30);

    /// <summary>As long as undoing is possible.</summary>
    public static readonly Duration Changes = Duration.FromHours(24);

    /// <summary>Teams delivers an activity again within minutes.</summary>
    public static readonly Duration Activities = Duration.FromDays(7);
}
