using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Rules.Experiments;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Pages.Rules;

/// <summary>A trial: two versions of a rule, each for a random half of the people.</summary>
internal sealed class RuleTrialModel(RuleStore store, ExperimentRunner trials, AuditLog audit) : AdminPageModel
{
    private RuleEntry entry = null!;

    public string Id => entry.Rule.Id;

    public string Name => entry.Rule.Name.In(T.Language);

    public int InForce => entry.Number;

    /// <summary>The versions to compare the version in force with.</summary>
    public IReadOnlyList<RuleVersion> Others { get; private set; } = [];

    /// <summary>The key of why no trial can begin; null when one can.</summary>
    public string? WhyNot => !entry.IsOn ? "trial.isOff" : entry.Rule.UsesBand ? "trial.usesBand"
        : ExperimentRunner.SelectsByPrivateFacts(entry.Rule) ? "trial.usesPrivate" : Others.Count == 0 ? "trial.noOther" : null;

    /// <summary>The newest trial, of this rule or another one; only one runs at a time.</summary>
    public ExperimentReport? Trial { get; private set; }

    /// <summary>The name of that trial's rule.</summary>
    public string NameOfTrial { get; private set; } = "";

    public bool IsRunning => Trial is { EndedAt: null };

    public bool IsOfThisRule => Trial?.RuleId == Id;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        entry = found;
        Others = [.. (await store.VersionsAsync(id, cancellationToken)).Where(version => version.Number != entry.Number)];
        Trial = await trials.ReportAsync(cancellationToken);
        NameOfTrial = Trial is null
            ? "" : (await store.FindAsync(Trial.RuleId, cancellationToken))?.Rule.Name.In(T.Language) ?? Trial.RuleId;
        if (IsOfThisRule && Trial?.Newest is not null)
        {
            await audit.LookedAsync(Me, "trial", cancellationToken);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostStartAsync(string id, int inForce, int other, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is null
            ? NotFound() : After(id, await trials.StartAsync(id, inForce, other, Me, cancellationToken), "trial.started");

    public async Task<IActionResult> OnPostEndAsync(string id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is null
            ? NotFound() : After(id, await trials.EndAsync(Me, cancellationToken), "trial.ended");

    /// <summary>A share in whole percents; decimals would suggest a precision that the counts do not have.</summary>
    public string Percent(double share) => T.Say("trial.percent", Math.Round(100 * share));

    private RedirectResult After(string id, RuleOutcome outcome, string done)
    {
        if (outcome.Kind != RuleOutcomeKind.Waiting)
        {
            return After(outcome, done, RuleAddress.Of(id, "trial"));
        }

        // A trial does not publish: a version that uses more personal data must first be approved, by publishing it.
        Tell(T["trial.wider"], isProblem: true);
        return Redirect(RuleAddress.Of(id, "trial"));
    }
}
