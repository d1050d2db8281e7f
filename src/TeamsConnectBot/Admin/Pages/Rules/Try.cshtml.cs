using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rules.Book;

namespace TeamsConnectBot.Admin.Pages.Rules;

/// <summary>What a rule would do in the next round, before it does anything.</summary>
internal sealed class RuleTryModel(RuleBook book, TryOuts tryOuts, DryRun dryRun, TryPermission permission, PoolCatalogue catalogue) : AdminPage
{
    private Rule rule = null!;

    public string Id { get; private set; } = "";

    public string Name => rule.Name.In(T.Language);

    /// <summary>The version to try; null for the draft, or for what is there when there is none.</summary>
    public int? Number { get; private set; }

    public bool IsDraft { get; private set; }

    public string Pool { get; private set; } = "";

    public IEnumerable<string> Pools => catalogue.All.Where(pool => rule.IsFor(pool.Id)).Select(pool => pool.Id);

    /// <summary>What trying costs in each pool, and what is left there.</summary>
    public IReadOnlyList<(string Pool, DryRunPrice Price)> Prices { get; private set; } = [];

    /// <summary>How the rule would use more than the works council agreed to; then it can't be tried yet.</summary>
    public IReadOnlyList<WiderUse> Wider { get; private set; } = [];

    public TryOut? TryOut { get; private set; }

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
        TryOut = run is { } known ? tryOuts.Find(known, Me) : null;
        return Page();
    }

    public IActionResult OnGetProgress(Guid run) => tryOuts.Find(run, Me) is { } found ? Partial("_TryOut", found) : NotFound();

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

        var started = tryOuts.Start(rule, pool!, Me);
        var version = number is null ? "" : $"&number={number}";
        return Redirect($"{RuleAddress.Of(id, "try")}?run={started.Id}&pool={Uri.EscapeDataString(pool!)}{version}");
    }

    private async Task<bool> FindAsync(string id, int? number, CancellationToken cancellationToken)
    {
        (Id, Number) = (id, number);
        var entry = await book.FindAsync(id, cancellationToken);
        var found = number is { } version ? await book.VersionAsync(id, version, cancellationToken) : entry?.Draft?.Rule ?? entry?.Rule;
        (rule, IsDraft) = (found!, number is null && entry?.Draft is not null);
        return found is not null;
    }
}
