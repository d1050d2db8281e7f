using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Admin.Web;

/// <summary>Who stopped everything and who agreed to the use, in the same words on the overview, in the report and in the chat.</summary>
internal static class StandingWords
{
    /// <param name="t">The texts.</param>
    /// <param name="stop">The stop in force.</param>
    /// <param name="when">Its moment or its day.</param>
    public static string Stopped(PageTexts t, StopRow stop, string when) =>
        t.Say(IsByVote(stop) ? "stop.byVote" : stop.ByWorksCouncil ? "stop.byCouncil" : "stop.byAdmin", when);

    /// <summary>
    /// For a use that was agreed to. A vote may not have counted, so the words do not say that it was the participants' choice.
    /// </summary>
    public static string Agreed(PageTexts t, FirstUseStatus status) => status switch
    {
        { By: { } by } => t.Say("report.agreed", by),
        { DecidedAt: { } at } => t.Say("overview.agreedByVote", Dates.Day(t, at)),
        _ => t["first.Approved"],
    };

    public static bool IsByVote(StopRow stop) => stop.ById == SecretVote.Together.Id;
}
