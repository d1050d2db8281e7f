using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Audit;
using TeamsConnectBot.CheckIns;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>Published counts as charts and tables. Opening the page is recorded in the audit log.</summary>
internal sealed class FiguresModel(
    FigureStore store, CheckInFigures checkIns, LeftOut leftOut, AuditLog audit, TimeProvider clock) : AdminPageModel
{
    private const int WeeksShown = 12;

    public bool IsOn => store.IsOn;

    public IReadOnlyList<PoolFigures> Pools { get; private set; } = [];

    public IReadOnlyList<CheckInMonth> CheckIns { get; private set; } = [];

    public IReadOnlyList<LeftOutWeek> LeftOut { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Pools = await store.ReadAsync(clock.GetCurrentInstant().InUtc().Date.PlusWeeks(-WeeksShown - 2), cancellationToken);
        CheckIns = await checkIns.ReadAsync(cancellationToken);
        LeftOut = await leftOut.ReadAsync(cancellationToken);
        await audit.AddAsync(Me, AuditAction.ReportSeen, "figures", "", cancellationToken);
    }
}
