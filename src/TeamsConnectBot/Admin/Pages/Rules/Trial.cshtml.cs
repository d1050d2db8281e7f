using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Rules.Book;
using TeamsConnectBot.Rules.Experiments;

namespace TeamsConnectBot.Admin.Pages.Rules;

/// <summary>Two versions of a rule side by side, each for a random half of the people.</summary>
internal sealed class RuleTrialModel(RuleBook book, ExperimentRunner trials) : AdminPage
{
    private RuleEntry entry = null!;

    public string Id => entry.Rule.Id;

    public string Name => entry.Rule.Name.In(T.Language);

    public int InForce => entry.Number;

    /// <summary>What the version in force can be compared with.</summary>
    public IReadOnlyList<RuleVersion> Others { get; private set; } = [];

    /// <summary>The newest trial, of this rule or another one; only one runs at a time.</summary>
    public ExperimentReport? Trial { get; private set; }

    /// <summary>What the rule of that trial is called.</summary>
    public string NameOfTrial { get; private set; } = "";

    public bool IsRunning => Trial is { EndedAt: null };

    public bool IsOfThisRule => Trial?.RuleId == Id;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        entry = found;
        Others = [.. (await book.VersionsAsync(id, cancellationToken)).Where(version => version.Number != entry.Number)];
        Trial = await trials.ReportAsync(cancellationToken);
        NameOfTrial = Trial is null
            ? ""
            : (await book.FindAsync(Trial.RuleId, cancellationToken))?.Rule.Name.In(T.Language) ?? Trial.RuleId;
        return Page();
    }

    public async Task<IActionResult> OnPostStartAsync(string id, int inForce, int other, CancellationToken cancellationToken) =>
        await book.FindAsync(id, cancellationToken) is null
            ? NotFound()
            : After(id, await trials.StartAsync(id, inForce, other, Me, cancellationToken), "trial.started");

    public async Task<IActionResult> OnPostEndAsync(string id, CancellationToken cancellationToken) =>
        await book.FindAsync(id, cancellationToken) is null
            ? NotFound()
            : After(id, await trials.EndAsync(Me, cancellationToken), "trial.ended");

    /// <summary>A share in whole percents: finer would say more than the numbers hold.</summary>
    public string Percent(double share) => T.Say("trial.percent", Math.Round(100 * share));

    private RedirectResult After(string id, RuleOutcome outcome, string done)
    {
        if (outcome.Kind == RuleOutcomeKind.NotAllowed)
        {
            return NotAllowed();
        }

        // A trial is not a publication: a version that would use more has to be approved first, by publishing it.
        Tell(outcome.IsDone ? T[done] : outcome.Kind == RuleOutcomeKind.Waiting ? T["trial.wider"] : Outcomes.Say(T, outcome), !outcome.IsDone);
        return Redirect(RuleAddress.Of(id, "trial"));
    }
}
