namespace TeamsConnectBot.PersonalData;

/// <summary>How long things are kept, as retention applies it and <c>docs/what-we-store.md</c> describes it.</summary>
internal static class RetentionPeriods
{
    /// <summary>A year, because the longest window in which two people are not matched again is 52 rounds.</summary>
    public static readonly Duration Rounds = Duration.FromDays(365);

    public static readonly Duration Messages = Duration.FromDays(365);

    /// <summary>
    /// After the answers closed. Even with the days a round takes, an AI-use band among its facts is deleted before the days it is
    /// based on.
    /// </summary>
    public static readonly Duration Offers = Duration.FromDays(10);

    /// <summary>Questions to colleagues, after their end.</summary>
    public static readonly Duration HelpRequests = Duration.FromDays(7);

    public static readonly Duration HelpDrafts = Duration.FromDays(1);

    public static readonly Duration OwnRequests = Duration.FromDays(28);

    public static readonly Duration AfterStopping = Duration.FromDays(90);

    public static readonly Duration WhileUnreachable = Duration.FromDays(180);

    /// <summary>For counts of check-ins, and for the hash of an erased person.</summary>
    public const int Months = 13;

    public static readonly Duration Occurrences = Duration.FromDays(30);

    /// <summary>Not deleted at once, because the team may want to resume the ritual.</summary>
    public static readonly Duration EndedRituals = Duration.FromDays(30);

    /// <summary>As long as a change can be undone.</summary>
    public static readonly Duration Changes = Duration.FromHours(24);

    /// <summary>More than enough, because Teams redelivers an activity within minutes.</summary>
    public static readonly Duration Activities = Duration.FromDays(7);
}
