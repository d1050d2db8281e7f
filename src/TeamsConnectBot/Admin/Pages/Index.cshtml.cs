using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Data;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Rules;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Status;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>The state of the programme, and the button that stops it.</summary>
internal sealed class IndexModel(
    RuleStore store, EverythingStop everything, FirstUseDecision firstUse, VoteOpening vote, StatusBoard board, PoolCatalogue pools,
    Database database, TimeProvider clock) : AdminPageModel
{
    public const int MostShown = 8;
    private const int MostRounds = 3;

    public StopRow? Stop { get; private set; }

    /// <summary>What works and what does not.</summary>
    public IReadOnlyList<PartStatus> Parts { get; private set; } = [];

    public FirstUseStatus FirstUse { get; private set; } = null!;

    public IReadOnlyList<RuleEntry> On { get; private set; } = [];

    public int Waiting { get; private set; }

    /// <summary>When each pool's next rounds start, and why its last two rounds invited nobody.</summary>
    public IReadOnlyList<PoolRounds> Rounds { get; private set; } = [];

    public bool MayStart => Stop is { ByWorksCouncil: true } ? MayApprove : MayStop;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Stop = await everything.CurrentAsync(cancellationToken);
        Parts = await board.ReadAsync(cancellationToken);
        FirstUse = await firstUse.StatusAsync(cancellationToken);
        On = [.. (await store.ListAsync(cancellationToken)).Where(entry => entry.IsOn)];
        Rounds = await database.ReadAsync(async db =>
        {
            var rounds = new List<PoolRounds>();
            foreach (var pool in pools.All)
            {
                rounds.Add(new PoolRounds(
                    pool, [.. RoundStarts.OfWeeks(pool, clock.GetCurrentInstant()).Take(MostRounds)],
                    await EmptyRounds.TwiceAsync(db, pool.Id, cancellationToken)));
            }

            return rounds;
        }, cancellationToken);
        Waiting = (await store.WaitingAsync(cancellationToken)).Count;
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

/// <summary>A pool's rounds on the overview.</summary>
internal sealed record PoolRounds(PoolOptions Pool, IReadOnlyList<Instant> Next, EmptyRoundReason? Nobody);
