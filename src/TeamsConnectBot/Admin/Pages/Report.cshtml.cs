using NodaTime.Text;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Audit;
using TeamsConnectBot.CheckIns;
using TeamsConnectBot.Figures;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Rules;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>The works council's report, on one page made for printing.</summary>
internal sealed class ReportModel(
    RuleStore store, FirstUseDecision firstUse, EverythingStop everything, AuditLog audit, FigureStore figures, CheckInFigures checkIns,
    LeftOut leftOut, ErasureCount erasures, IEnumerable<DataCategory> data,
    TimeProvider clock) : AdminPageModel
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

    /// <summary>The rules that changes are about.</summary>
    public LoggedRules Rules { get; private set; } = LoggedRules.None;

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
        Active = await store.ActiveAsync(cancellationToken);
        Waiting = (await store.WaitingAsync(cancellationToken)).Count;
        Changes = await audit.ChangesAsync(Since, cancellationToken);
        Rules = await LoggedRules.ReadAsync(store, Changes, cancellationToken);
        Erased = await erasures.ReadAsync(cancellationToken);
        LeftOut = await leftOut.ReadAsync(cancellationToken);
        Verdict = await audit.VerifyAsync(cancellationToken);
        Pools = await figures.ReadAsync(Since, cancellationToken);
        CheckIns = await checkIns.ReadAsync(cancellationToken);
        await audit.AddAsync(Me, AuditAction.ReportSeen, "page", "", cancellationToken);
    }

    public string RolesOf(AuditRow row) => Enum.TryParse<Role>(row.Offices, out var roles) ? Outcomes.Roles(T, roles) : row.Offices;
}
