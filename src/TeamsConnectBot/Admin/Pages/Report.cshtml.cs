using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Admin.Report;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Audit;
using TeamsConnectBot.CheckIns;
using TeamsConnectBot.Figures;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Pools;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Rules.Book;
using TeamsConnectBot.Rules;
using TeamsConnectBot.Time;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>The works council's report, on one page that prints well.</summary>
internal sealed class ReportModel(
    RuleBook book, FirstUseDecision firstUse, EverythingStop everything, AuditLog audit, FigureBook figures, CheckInFigures checkIns, LeftOut leftOut, ReportFacts facts, ErasureCount erasures,
    PoolCatalogue catalogue, IEnumerable<DataCategory> data, TimeProvider clock) : AdminPage
{
    private const int DaysShown = 90;

    public IEnumerable<DataCategory> Data => data;

    public bool FiguresAreOn => figures.IsOn;

    public LocalDate Today { get; private set; }

    public LocalDate Since { get; private set; }

    public FirstUseStatus FirstUse { get; private set; } = null!;

    public StopRow? Stop { get; private set; }

    public IReadOnlyList<ActiveRule> Active { get; private set; } = [];

    public int Waiting { get; private set; }

    public IReadOnlyList<AuditRow> Changes { get; private set; } = [];

    public int Erased { get; private set; }

    public IReadOnlyList<PoolFigures> Pools { get; private set; } = [];

    public IReadOnlyList<CheckInMonth> CheckIns { get; private set; } = [];

    public IReadOnlyList<LeftOutWeek> LeftOut { get; private set; } = [];

    public AuditVerdict Verdict { get; private set; } = null!;

    public async Task OnGetAsync(string? since, CancellationToken cancellationToken)
    {
        Today = clock.GetCurrentInstant().InUtc().Date;
        var wanted = LocalDatePattern.Iso.Parse(since ?? "") is { Success: true, Value: var day } && day <= Today ? day : (LocalDate?)null;
        Since = wanted ?? Today.PlusDays(-DaysShown);
        if (!string.IsNullOrWhiteSpace(since) && wanted is null)
        {
            Tell(T.Say("report.sinceWrong", Dates.Day(T, Since)), isProblem: true);
        }

        FirstUse = await firstUse.StatusAsync(cancellationToken);
        Stop = await everything.CurrentAsync(cancellationToken);
        Active = await book.ActiveAsync(cancellationToken);
        Waiting = (await book.WaitingAsync(cancellationToken)).Count;
        Changes = await facts.ChangesAsync(Since, cancellationToken);
        Erased = await erasures.ReadAsync(cancellationToken);
        LeftOut = await leftOut.ReadAsync(cancellationToken);
        Verdict = await audit.VerifyAsync(cancellationToken);
        var pools = new List<PoolFigures>();
        foreach (var pool in FiguresAreOn ? catalogue.All : [])
        {
            pools.Add(await figures.ReadAsync(pool.Id, Since, cancellationToken));
        }

        Pools = pools;
        CheckIns = await checkIns.ReadAsync(cancellationToken);
        await audit.AddAsync(Me, AuditAction.ReportSeen, "page", "", cancellationToken);
    }

    public static string Written(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public string OfficesOf(AuditRow row) => Enum.TryParse<Offices>(row.Offices, out var offices) ? Outcomes.Offices(T, offices) : row.Offices;
}
