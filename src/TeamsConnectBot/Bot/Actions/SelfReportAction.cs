using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Privacy;

namespace TeamsConnectBot.Bot.Actions;

/// <summary>'I worked a lot with AI this week', told in two taps and by nobody else. Telling it allows its use.</summary>
internal sealed class SelfReportAction(Database database, ConsentBook consents, SelfReports reports) : PersonalAction(database)
{
    public override IReadOnlyList<string> Verbs { get; } =
        [Cards.Verbs.ReportALot, Cards.Verbs.ReportNowAndThen, Cards.Verbs.ReportHardly, Cards.Verbs.ClearReport];

    protected override async Task<Card> HandleAsync(ConnectDb db, Participant person, Click click, CancellationToken cancellationToken)
    {
        await SelfReports.ClearAsync(db, person, cancellationToken);
        if (click.Verb == Cards.Verbs.ClearReport)
        {
            Bands.Forget(await db.Invitations.Where(x => x.PersonId == person.PersonId).ToListAsync(cancellationToken));
        }
        else
        {
            await consents.SetAsync(db, person, ConsentLayer.AiUseBand, true, cancellationToken);
            reports.Keep(db, person, UseOf(click.Verb));
        }

        await db.SaveChangesAsync(cancellationToken);
        return await SelfReports.CardAsync(db, person, cancellationToken);
    }

    private static SelfReportedUse UseOf(string verb) => verb switch
    {
        Cards.Verbs.ReportALot => SelfReportedUse.ALot,
        Cards.Verbs.ReportNowAndThen => SelfReportedUse.NowAndThen,
        _ => SelfReportedUse.Hardly,
    };
}
