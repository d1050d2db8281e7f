using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Privacy;

/// <summary>Records somebody's own report, such as 'I worked a lot with AI this week'. Answering does not imply consent.</summary>
internal sealed class SelfReportAction(Database database, SelfReports reports) : PersonalAction(database)
{
    public override IReadOnlyList<string> Verbs { get; } =
        [Cards.Verbs.AllowOwnWord, Cards.Verbs.ReportALot, Cards.Verbs.ReportNowAndThen, Cards.Verbs.ReportHardly, Cards.Verbs.ClearReport];

    protected override Task<Card> HandleAsync(ConnectDb db, Participant person, Click click, CancellationToken cancellationToken) =>
        click.Verb switch
    {
        Cards.Verbs.AllowOwnWord => reports.AllowAsync(db, person, cancellationToken),
        Cards.Verbs.ReportALot => reports.TellAsync(db, person, SelfReportedUse.ALot, cancellationToken),
        Cards.Verbs.ReportNowAndThen => reports.TellAsync(db, person, SelfReportedUse.NowAndThen, cancellationToken),
        Cards.Verbs.ReportHardly => reports.TellAsync(db, person, SelfReportedUse.Hardly, cancellationToken),
        _ => reports.ClearAsync(db, person, cancellationToken),
    };
}
