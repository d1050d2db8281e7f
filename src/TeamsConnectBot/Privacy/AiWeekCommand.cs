using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Privacy;

/// <summary>Reports how much somebody worked with AI this week: on the card, or directly as in 'ai week veel'.</summary>
internal sealed class AiWeekCommand(SelfReports reports) : ChatCommand
{
    private static readonly Dictionary<string, SelfReportedUse> Answers = new(StringComparer.Ordinal)
    {
        ["veel"] = SelfReportedUse.ALot, ["a lot"] = SelfReportedUse.ALot,
        ["af en toe"] = SelfReportedUse.NowAndThen, ["soms"] = SelfReportedUse.NowAndThen,
        ["now and then"] = SelfReportedUse.NowAndThen, ["sometimes"] = SelfReportedUse.NowAndThen,
        ["bijna niet"] = SelfReportedUse.Hardly, ["weinig"] = SelfReportedUse.Hardly, ["niet"] = SelfReportedUse.Hardly,
        ["hardly"] = SelfReportedUse.Hardly, ["not"] = SelfReportedUse.Hardly,
    };

    private static readonly string[] Clears = ["wissen", "clear"];

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        ["ai", "ai-week", "mijn week"], ["ai week", "my week"]);

    public override string? Verb => Cards.Verbs.SayAiWeek;

    public override int HelpPosition => 4;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "vertellen hoeveel je deze week met AI werkte; alleen voor jou", "tell how much you worked with AI this week; for you alone");

    public override Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken) =>
        Clears.Contains(rest) ? reports.ClearAsync(db, person, cancellationToken)
        : Answers.TryGetValue(rest, out var use) ? reports.TellAsync(db, person, use, cancellationToken)
        : reports.ShowAsync(db, person, cancellationToken);
}
