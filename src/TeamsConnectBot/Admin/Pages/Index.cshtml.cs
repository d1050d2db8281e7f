using Microsoft.AspNetCore.Mvc;
using NodaTime;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Rules.Book;
using TeamsConnectBot.Rules;
using TeamsConnectBot.Time;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>How the programme stands, and the button that stops it.</summary>
internal sealed class IndexModel(
    RuleBook book, EverythingStop everything, FirstUseDecision firstUse, VoteOpening vote, DeliveryStanding delivery, PoolCatalogue pools,
    Database database,
    TimeProvider clock) : AdminPage
{
    public const int MostShown = 8;
    private const int MostRounds = 3;

    public StopRow? Stop { get; private set; }

    /// <summary>That nothing is sent, because Teams takes nothing.</summary>
    public DeliveryPause? Pause { get; private set; }

    public FirstUseStatus FirstUse { get; private set; } = null!;

    public IReadOnlyList<RuleEntry> On { get; private set; } = [];

    public int Waiting { get; private set; }

    /// <summary>When each pool's next rounds start, and why its last two invited nobody.</summary>
    public IReadOnlyList<PoolRounds> Rounds { get; private set; } = [];

    public bool MayStart => Stop is { ByWorksCouncil: true } ? MayApprove : MayStop;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Stop = await everything.CurrentAsync(cancellationToken);
        Pause = await delivery.PauseAsync(cancellationToken);
        FirstUse = await firstUse.StatusAsync(cancellationToken);
        On = [.. (await book.ListAsync(cancellationToken)).Where(entry => entry.IsOn)];
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
        Waiting = (await book.WaitingAsync(cancellationToken)).Count;
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancellationToken) => After(await everything.StopAsync(Me, cancellationToken), "stop.done");

    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancellationToken) => After(await everything.StartAsync(Me, cancellationToken), "stop.started");

    public async Task<IActionResult> OnPostFirstUseAsync(bool approve, bool workingTime, CancellationToken cancellationToken)
    {
        if (approve && !workingTime)
        {
            Tell(T["first.needsWorkingTime"], isProblem: true);
            return Redirect(AdminFeature.Root);
        }

        return After(await firstUse.DecideAsync(approve, workingTime, Me, cancellationToken), approve ? "first.doneApproved" : "first.doneRefused");
    }

    public async Task<IActionResult> OnPostVoteAsync(bool workingTime, CancellationToken cancellationToken)
    {
        if (!workingTime)
        {
            Tell(T["first.needsWorkingTime"], isProblem: true);
            return Redirect(AdminFeature.Root);
        }

        return After(await vote.OpenAsync(workingTime, Me, cancellationToken), "first.voteOpened");
    }

    private RedirectResult After(RuleOutcome outcome, string done)
    {
        if (outcome.Kind == RuleOutcomeKind.NotAllowed)
        {
            return NotAllowed();
        }

        Tell(outcome.IsDone ? T[done] : Outcomes.Say(T, outcome), !outcome.IsDone);
        return Redirect(AdminFeature.Root);
    }
}

/// <summary>A pool's rounds on the overview.</summary>
internal sealed record PoolRounds(PoolOptions Pool, IReadOnlyList<Instant> Next, EmptyRoundReason? Nobody);
