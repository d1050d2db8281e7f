using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Overview;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Figures;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Rules;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Status;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>How the programme goes, what waits for whom, what to do about what does not work, and the button that stops it.</summary>
internal sealed class IndexModel(
    RuleStore store, EverythingStop everything, FirstUseDecision firstUse, VoteOpening vote, StatusBoard board, PoolOverviews overviews,
    WaitingList waiting, FigureStore figures, AuditLog audit) : AdminPageModel
{
    public const int MostShown = 8;

    private static readonly (string, string)[] NoTasks = [];

    public StopRow? Stop { get; private set; }

    /// <summary>What works and what does not.</summary>
    public IReadOnlyList<PartStatus> Parts { get; private set; } = [];

    public FirstUseStatus FirstUse { get; private set; } = null!;

    public IReadOnlyList<RuleEntry> On { get; private set; } = [];

    /// <summary>What waits for the works council.</summary>
    public IReadOnlyList<WaitingItem> ForTheCouncil { get; private set; } = [];

    /// <summary>What waits for an admin.</summary>
    public IReadOnlyList<WaitingItem> ForAnAdmin { get; private set; } = [];

    public IReadOnlyList<PoolOverview> Pools { get; private set; } = [];

    /// <summary>What people mostly come for, as the end of its text's key, and where it is done.</summary>
    public IEnumerable<(string Text, string Address)> Tasks =>
    [
        ("figures", "/admin/figures"), (MayChange ? "rules" : "rulesSeen", RuleAddress.List), ("approvals", "/admin/approvals"),
        .. MayChange ? [("holidays", "/admin/holidays#add"), ("texts", "/admin/texts"), ("contacts", "/admin/contacts")] : NoTasks,
        ("data", "/admin/report#data"),
        .. MayStop ? [("log", "/admin/log")] : NoTasks,
    ];

    public bool FiguresAreOn => figures.IsOn;

    public bool MayStart => Stop is { ByWorksCouncil: true } ? MayApprove : MayStop;

    /// <summary>Whether there is nothing to do: people are asked, and nothing failed.</summary>
    public bool IsGoingWell => Stop is null && FirstUse.State == FirstUseState.Approved && On.Count > 0
        && !Parts.Any(part => part.IsTrouble) && !Pools.Any(pool => pool.IsTrouble);

    /// <summary>The key of what must happen before the next rounds; null when they just start.</summary>
    public string? NextDependsOn => Stop is not null ? "overview.ifStarted"
        : FirstUse.State == FirstUseState.Approved ? null
        : "overview.ifAgreed";

    /// <summary>Who agreed to the first use, and when, as far as it is known here.</summary>
    public string Agreed => FirstUse switch
    {
        { DecidedAt: { } at, By: { } by } => T.Say("overview.agreedBy", by, Dates.Day(T, at)),
        { DecidedAt: { } at } => T.Say("overview.agreedByVote", Dates.Day(T, at)),
        { By: { } by } => T.Say("overview.agreedOutside", by),
        _ => "",
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Stop = await everything.CurrentAsync(cancellationToken);
        Parts = await board.ReadAsync(cancellationToken);
        FirstUse = await firstUse.StatusAsync(cancellationToken);
        var rules = await store.ListAsync(cancellationToken);
        On = [.. rules.Where(entry => entry.IsOn)];
        ForTheCouncil = await waiting.ForTheCouncilAsync(rules, cancellationToken);
        ForAnAdmin = WaitingList.ForAnAdmin(rules);
        Pools = await overviews.ReadAsync(cancellationToken);
        if (Pools.Any(pool => pool.Funnel is not null))
        {
            await audit.LookedAsync(Me, "overview", cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancellationToken) =>
        After(await everything.StopAsync(Me, cancellationToken), "stop.done", AdminFeature.Root);

    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancellationToken) =>
        After(await everything.StartAsync(Me, cancellationToken), "stop.started", AdminFeature.Root);

    public async Task<IActionResult> OnPostFirstUseAsync(bool approve, bool workingTime, CancellationToken cancellationToken) =>
        approve && !workingTime ? NeedsWorkingTime() : After(
            await firstUse.DecideAsync(approve, workingTime, Me, cancellationToken),
            approve ? "first.doneApproved" : "first.doneRefused", AdminFeature.Root);

    public async Task<IActionResult> OnPostVoteAsync(bool workingTime, CancellationToken cancellationToken) => workingTime
        ? After(await vote.OpenAsync(workingTime, Me, cancellationToken), "first.voteOpened", AdminFeature.Root) : NeedsWorkingTime();

    private RedirectResult NeedsWorkingTime()
    {
        Tell(T["first.needsWorkingTime"], isProblem: true);
        return Redirect(AdminFeature.Root);
    }
}

/// <summary>A pool's part of the overview.</summary>
internal sealed record PoolCard(PoolOverview Overview, IndexModel Page);
