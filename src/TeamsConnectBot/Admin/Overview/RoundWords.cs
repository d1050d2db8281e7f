using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rounds;

namespace TeamsConnectBot.Admin.Overview;

/// <summary>What the overview says about rounds, in sentences.</summary>
internal static class RoundWords
{
    /// <summary>How a round stands. It tells nothing about who answered what.</summary>
    public static string State(PageTexts t, PoolOverview pool, Round round, bool isStopped) => round switch
    {
        { State: RoundState.Gathering } => t[isStopped ? "overview.round.stopped" : "overview.round.gathering"],
        _ when EmptyRounds.CameTooLate(round) => t["overview.round.late"],
        { AnswersUntil: { } until } => t.Say(
            round.State == RoundState.Open ? "overview.round.open" : "overview.round.settled", Dates.Moment(t, until, pool.Pool.TimeZone)),
        _ => t["overview.round.gathering"],
    };

    /// <summary>When a round asks people, if that is not when it starts; null when there is nothing to add.</summary>
    public static string? Days(PageTexts t, UpcomingRound round) => !round.HasTimeLeft ? t["overview.noDayLeft"]
        : round.SentOn is { } day ? t.Say("overview.dayOff", Dates.Weekday(t, day))
        : null;

    /// <summary>What waits, by its name.</summary>
    public static string Waits(PageTexts t, WaitingItem item, Func<string, string> poolName) => item switch
    {
        WaitingRule rule => t.Say("overview.waits.rule", rule.Name.In(t.Language), rule.Number),
        WaitingDraft draft => t.Say("overview.waits.draft", draft.Name.In(t.Language)),
        WaitingSource source => t["signals." + source.Source],
        WaitingQuestions questions => t.Say("helpRequests.heading", poolName(questions.PoolId)),
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };
}
