namespace TeamsConnectBot.Core.HelpRequests;

/// <summary>How often somebody is asked for help: once a week, apart from invitations, and less often after silence.</summary>
public static class HelpAllowance
{
    /// <summary>The count of silences stops here; nobody is left alone for longer.</summary>
    public const int MostSilences = 2;

    private static readonly Duration Week = Duration.FromDays(7);

    // Whoever had less time than this before somebody else said yes was not silent.
    private static readonly Duration TimeToAnswer = Duration.FromHours(2);

    /// <summary>How long somebody is left alone after being asked: one week, then two, then four.</summary>
    /// <param name="silences">How many times in a row they did not answer.</param>
    public static Duration Between(int silences) => Week * (1 << Math.Clamp(silences, 0, MostSilences));

    /// <summary>Whether somebody may be asked again.</summary>
    /// <param name="lastAskedAt">When they were last asked; null if never.</param>
    /// <param name="silences">How many times in a row they did not answer.</param>
    /// <param name="now">The present.</param>
    public static bool Allows(Instant? lastAskedAt, int silences, Instant now) =>
        lastAskedAt is not { } last || now - last >= Between(silences);

    /// <summary>The count of silences once an offer closes that was not answered.</summary>
    /// <param name="silences">The count before.</param>
    /// <param name="open">For how long they could have answered.</param>
    public static int AfterSilence(int silences, Duration open) =>
        open < TimeToAnswer ? silences : Math.Min(silences + 1, MostSilences);

    /// <summary>The count of silences after any answer.</summary>
    public static int AfterAnswer => 0;
}
