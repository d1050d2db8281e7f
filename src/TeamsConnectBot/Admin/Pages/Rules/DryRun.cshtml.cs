using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Pages.Rules;

/// <summary>Shows what a rule would do in the next round.</summary>
internal sealed class RuleDryRunModel(
    RuleStore store, BackgroundDryRuns dryRuns, DryRun dryRun, DryRunPermission permission, PoolCatalogue catalogue) : AdminPageModel
{
    private Rule rule = null!;

    public string Id { get; private set; } = "";

    public string Name => rule.Name.In(T.Language);

    /// <summary>The version to try; null for the draft, or without a draft for the current version.</summary>
    public int? Number { get; private set; }

    public bool IsDraft { get; private set; }

    public string Pool { get; private set; } = "";

    public IEnumerable<string> Pools => catalogue.All.Where(pool => rule.IsFor(pool.Id)).Select(pool => pool.Id);

    /// <summary>What a dry-run costs in each pool, and what is left of the pool's budget.</summary>
    public IReadOnlyList<(string Pool, DryRunPrice Price)> Prices { get; private set; } = [];

    /// <summary>How the rule would use more personal data than the works council agreed to; if so, it cannot be tried yet.</summary>
    public IReadOnlyList<WiderUse> Wider { get; private set; } = [];

    public BackgroundDryRun? Run { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, int? number, Guid? run, string? pool, CancellationToken cancellationToken)
    {
        if (!MayStop)
        {
            return NotAllowed();
        }

        if (!await FindAsync(id, number, cancellationToken))
        {
            return NotFound();
        }

        Pool = pool ?? "";
        Wider = await permission.MissingAsync(rule, cancellationToken);
        var prices = new List<(string, DryRunPrice)>();
        foreach (var one in Wider.Count == 0 ? Pools : [])
        {
            prices.Add((one, await dryRun.PriceAsync(rule, one, cancellationToken)));
        }

        Prices = prices;
        Run = run is { } known ? dryRuns.Find(known, Me) : null;
        return Page();
    }

    public IActionResult OnGetProgress(Guid run) => dryRuns.Find(run, Me) is { } found ? Partial("_DryRun", found) : NotFound();

    public async Task<IActionResult> OnPostStartAsync(string id, int? number, string? pool, CancellationToken cancellationToken)
    {
        if (!MayStop)
        {
            return NotAllowed();
        }

        if (!await FindAsync(id, number, cancellationToken) || catalogue.All.All(known => known.Id != pool))
        {
            return NotFound();
        }

        var started = dryRuns.Start(rule, pool!, Me);
        var version = number is null ? "" : $"&number={number}";
        return Redirect($"{RuleAddress.Of(id, "try")}?run={started.Id}&pool={Uri.EscapeDataString(pool!)}{version}");
    }

    private async Task<bool> FindAsync(string id, int? number, CancellationToken cancellationToken)
    {
        (Id, Number) = (id, number);
        var entry = await store.FindAsync(id, cancellationToken);
        var found = number is { } version ? await store.VersionAsync(id, version, cancellationToken) : entry?.Draft?.Rule ?? entry?.Rule;
        (rule, IsDraft) = (found!, number is null && entry?.Draft is not null);
        return found is not null;
    }
}
