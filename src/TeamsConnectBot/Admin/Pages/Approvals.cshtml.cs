using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.HelpRequests;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>Changes that use more personal data, for the works council to decide on.</summary>
internal sealed class ApprovalsModel(
    RuleStore store, Approving approving, SignalApprovals signals, HelpApprovals help, HelpDryRun dryRun, CardPreviews previews)
    : AdminPageModel
{
    private const string Address = "/admin/approvals";

    public IReadOnlyList<WaitingChange> Waiting { get; private set; } = [];

    public IReadOnlyList<WaitingSignal> Signals { get; private set; } = [];

    /// <summary>The pools in which people may ask each other for help once the works council agrees.</summary>
    public IReadOnlyList<WaitingHelpPool> HelpPools { get; private set; } = [];

    public IReadOnlyList<RuleApprovalRow> Decided { get; private set; } = [];

    private Dictionary<string, LocalText> names = [];
    private readonly Dictionary<string, HelpForecast?> forecasts = [];

    /// <summary>
    /// The name of what was decided on: of a rule, a source of days with AI, or questions; its id when the rule no longer exists.
    /// </summary>
    public string NameOf(string id) => SignalApprovals.SourceOf(id) is { } source
        ? T["signals." + source]
        : HelpApprovals.PoolOf(id) is { } pool ? T.Say("helpRequests.heading", PoolName(pool))
        : names.GetValueOrDefault(id)?.In(T.Language) ?? id;

    /// <summary>The cards that people would get.</summary>
    public IReadOnlyList<CardPreview> PreviewsOf(Rule rule) => previews.Of(rule);

    /// <summary>What questions would ask of a pool; null when it has too few people.</summary>
    public HelpForecast? ForecastOf(string poolId) => forecasts.GetValueOrDefault(poolId);

    public string Percent(double share) => T.Say("trial.percent", Math.Round(100 * share));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var waiting = new List<WaitingChange>();
        foreach (var row in await store.WaitingAsync(cancellationToken))
        {
            if (await store.VersionAsync(row.RuleId, row.Number, cancellationToken) is { } after)
            {
                var entry = await store.FindAsync(row.RuleId, cancellationToken);
                var changes = entry is { IsOn: true } ? RuleDifference.Between(entry.Rule, after) : [];
                waiting.Add(new WaitingChange(
                    row.RuleId, row.Number, row.AskedAt, after, row.Wider, changes, MayBeTried: row.MayBeTriedSince is not null));
            }
        }

        Waiting = waiting;
        Signals = await signals.WaitingAsync(cancellationToken);
        HelpPools = await help.WaitingAsync(cancellationToken);
        foreach (var pool in HelpPools)
        {
            forecasts[pool.PoolId] = await dryRun.OfAsync(pool.PoolId, cancellationToken);
        }

        Decided = await store.DecidedAsync(cancellationToken);
        names = (await store.ListAsync(cancellationToken)).ToDictionary(entry => entry.Rule.Id, entry => entry.Rule.Name);
    }

    public async Task<IActionResult> OnPostDecideAsync(string id, int number, bool approve, CancellationToken cancellationToken) =>
        After(await approving.DecideAsync(id, number, approve, Me, cancellationToken), DoneKey(approve), Address);

    public async Task<IActionResult> OnPostAllowDryRunAsync(string id, int number, CancellationToken cancellationToken) =>
        After(await approving.AllowDryRunAsync(id, number, Me, cancellationToken), "approvals.doneAllowDryRun", Address);

    public async Task<IActionResult> OnPostSignalAsync(SignalSource source, bool approve, CancellationToken cancellationToken) =>
        After(await signals.DecideAsync(source, approve, Me, cancellationToken), DoneKey(approve), Address);

    public async Task<IActionResult> OnPostHelpAsync(string pool, bool approve, CancellationToken cancellationToken) =>
        After(await help.DecideAsync(pool, approve, Me, cancellationToken), DoneKey(approve), Address);

    private static string DoneKey(bool approve) => approve ? "approvals.doneApproved" : "approvals.doneRefused";
}

/// <summary>A change as the works council sees it.</summary>
internal sealed record WaitingChange(
    string RuleId, int Number, Instant AskedAt, Rule After, IReadOnlyList<WiderUse> Wider, IReadOnlyList<FieldChange> Changes,
    bool MayBeTried);
