using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>One rule: what it says now, and the change being made to it.</summary>
internal sealed class RuleEditModel(RuleBook book, RuleDrafts drafts, Publishing publishing, PoolCatalogue pools, CardPreviews previews) : AdminPage
{
    private const string New = "new";

    public static IReadOnlyList<string> ConditionKeys { get; } = [.. Vocabulary.Terms.Select(term => term.Key), ConditionRows.Departments];

    public static IReadOnlyList<string> Offers { get; } = ["coffee", "walk", "lunch", "coWorking", "help"];

    public static IReadOnlyList<string> Bands { get; } = ["some", "mostDays", "nearlyEveryDay"];

    [BindProperty]
    public RuleForm Form { get; set; } = new();

    public RuleEntry? Entry { get; private set; }

    public RuleCheck Check { get; private set; } = null!;

    public RuleOutcome? Conflict { get; private set; }

    public int BasedOn { get; private set; }

    public int? Revision { get; private set; }

    public IReadOnlyList<FieldChange> DraftChanges { get; private set; } = [];

    public IReadOnlyList<CardPreview>? InvitationPreview { get; private set; }

    public bool IsNew => Entry is null;

    public string Title => Entry?.Rule.Name.In(T.Language) ?? T["edit.new"];

    public string CheckAddress => RuleAddress.Of(IsNew ? New : Form.Id) + "?handler=Check";

    public IEnumerable<string> AllPools => pools.All.Select(pool => pool.Id);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var rule = Entry is null ? Blank : Entry.Draft?.Rule ?? Entry.Rule;
        Form = RuleForm.Of(rule);
        Form.Id = Entry is null ? "" : rule.Id;
        Show(Entry is null ? new RuleReading(rule, []) : Form.Read());
        return Page();
    }

    /// <summary>What the form says, while it is filled in; nothing is kept.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return Partial("_RuleCheck", RuleCheck.Of(Form.Read(), InForce));
    }

    public async Task<IActionResult> OnPostSaveAsync(string id, int basedOn, int? revision, CancellationToken cancellationToken)
    {
        var reading = Form.Read();
        if (reading.Rule is { } rule)
        {
            var outcome = await drafts.SaveAsync(rule, basedOn, revision, Me, cancellationToken);
            if (outcome.IsDone)
            {
                Tell(T["edit.saved"]);
                return Redirect(RuleAddress.Of(rule.Id));
            }

            Conflict = outcome.Kind == RuleOutcomeKind.Conflict ? outcome : null;
            if (Conflict is null)
            {
                Tell(Outcomes.Say(T, outcome), isProblem: true);
            }
        }

        if (!await FindAsync(Conflict is null ? id : Form.Id, cancellationToken))
        {
            return NotFound();
        }

        // After a conflict the form stands on what is there now: saving again is then a choice, made with the difference in view.
        (BasedOn, Revision) = Conflict is null ? (basedOn, revision) : (BasedOn, Revision);
        Show(reading);
        return Page();
    }

    public async Task<IActionResult> OnPostPublishAsync(string id, int revision, CancellationToken cancellationToken) =>
        await book.FindAsync(id, cancellationToken) is null
            ? NotFound()
            : After(id, await publishing.PublishAsync(id, revision, Me, cancellationToken), "edit.published");

    public async Task<IActionResult> OnPostDiscardAsync(string id, int revision, CancellationToken cancellationToken) =>
        await book.FindAsync(id, cancellationToken) is null
            ? NotFound()
            : After(id, await drafts.DiscardAsync(id, revision, Me, cancellationToken), "edit.discarded");

    private static Rule Blank { get; } = new() { Id = "new-rule", Name = new LocalText("", ""), Why = new LocalText("", "") };

    private Rule? InForce => Entry is { IsOn: true, Number: > 0 } entry ? entry.Rule : null;

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        Entry = id == New ? null : await book.FindAsync(id, cancellationToken);
        (BasedOn, Revision) = (Entry?.Draft?.BasedOn ?? Entry?.Number ?? 0, Entry?.Draft?.Revision);
        return Entry is not null || (id == New && MayChange);
    }

    private void Show(RuleReading reading)
    {
        Check = RuleCheck.Of(reading, InForce);
        DraftChanges = Entry?.Draft is { } draft ? RuleDifference.Between(Entry.Number > 0 ? Entry.Rule : null, draft.Rule) : [];
        InvitationPreview = reading.Rule is { } rule && !IsNew ? previews.Of(rule) : null;
    }

    private RedirectResult After(string id, RuleOutcome outcome, string done)
    {
        Tell(outcome.Kind == RuleOutcomeKind.Done ? T[done] : Outcomes.Say(T, outcome), !outcome.IsDone);
        return Redirect(outcome.IsDone && done == "edit.discarded" ? RuleAddress.List : RuleAddress.Of(id));
    }
}
