using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Audit;
using TeamsConnectBot.CheckIns;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>Published counts as pictures and tables. That somebody looked is written in the audit log.</summary>
internal sealed class FiguresModel(FigureBook book, CheckInFigures checkIns, LeftOut leftOut, PoolCatalogue pools, AuditLog audit, TimeProvider clock) : AdminPage
{
    private const int WeeksShown = 12;

    public bool IsOn => book.IsOn;

    public IReadOnlyList<PoolFigures> Pools { get; private set; } = [];

    public IReadOnlyList<CheckInMonth> CheckIns { get; private set; } = [];

    public IReadOnlyList<LeftOutWeek> LeftOut { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var from = clock.GetCurrentInstant().InUtc().Date.PlusWeeks(-WeeksShown - 2);
        var figures = new List<PoolFigures>();
        foreach (var pool in IsOn ? pools.All : [])
        {
            figures.Add(await book.ReadAsync(pool.Id, from, cancellationToken));
        }

        Pools = figures;
        CheckIns = await checkIns.ReadAsync(cancellationToken);
        LeftOut = await leftOut.ReadAsync(cancellationToken);
        await audit.AddAsync(Me, AuditAction.ReportSeen, "figures", "", cancellationToken);
    }
}
