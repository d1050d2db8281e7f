using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Pages.Rules;

/// <summary>One rule: the version in force, and the draft of a change.</summary>
internal sealed class RuleEditModel(
    RuleStore store, RuleDrafts drafts, Publishing publishing, PoolCatalogue pools, DepartmentList departments,
    CardPreviews previews) : AdminPageModel
{
    private const string New = "new";

    public static IReadOnlyList<string> Offers { get; } = ["coffee", "walk", "lunch", "coWorking", "help", "learning"];

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

    public string ShapeAddress => RuleAddress.Of(IsNew ? New : Form.Id) + "?handler=Shape";

    /// <summary>The conditions as the page shows them.</summary>
    public ConditionList Conditions => new("Form.Conditions", "", Form.Conditions, 1, new(Check, Departments, MayChange, ShapeAddress));

    public IEnumerable<string> AllPools => pools.All.Select(pool => pool.Id);

    /// <summary>The departments to choose from.</summary>
    public Departments Departments { get; private set; } = Departments.Unknown;

    /// <summary>Whether the form shows unsaved input.</summary>
    public bool IsUnsaved { get; private set; }

    /// <summary>Whether the conditions were just changed by a click, so that their part is open.</summary>
    public bool IsReshaped { get; private set; }

    /// <summary>How the version that waits for the works council uses more data; empty when none waits.</summary>
    public IReadOnlyList<WiderUse> WaitingFor { get; private set; } = [];

    /// <summary>What the works council last decided about the rule; null when it never did, or when a change waits.</summary>
    public RuleApprovalRow? LastAnswer { get; private set; }

    /// <summary>Whether the rule was never published, so that all of the draft is new.</summary>
    public bool IsAllNew => Entry is { Number: 0 };

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return Missing(id);
        }

        var rule = Entry is null ? Blank : Entry.Draft?.Rule ?? Entry.Rule;
        Form = RuleForm.Of(rule);
        Form.Id = Entry is null ? "" : rule.Id;
        var check = await CheckAsync(null, cancellationToken);
        Show(IsNew ? check.Early() : check);
        return Page();
    }

    /// <summary>Adds, groups or takes away conditions and shows the form again, with everything typed; nothing is stored.</summary>
    public async Task<IActionResult> OnPostShapeAsync(
        string id, int basedOn, int? revision, string? remove, string? nest, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return Missing(id);
        }

        if (remove is not null)
        {
            FormShape.Remove(Form.Conditions, remove);
        }

        if (nest is not null)
        {
            FormShape.Nest(Form.Conditions, nest, Form.Match);
        }

        await TidyAsync(cancellationToken);
        Show((await CheckAsync(null, cancellationToken)).Early());
        (IsUnsaved, IsReshaped, BasedOn, Revision) = (true, true, basedOn, revision);
        return Page();
    }

    /// <summary>Checks the form while it is filled in; nothing is stored.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken)
        ? Partial("_RuleCheck", await CheckAsync(await IdProblemAsync(cancellationToken), cancellationToken)) : Missing(id);

    public async Task<IActionResult> OnPostSaveAsync(string id, int basedOn, int? revision, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return Missing(id);
        }

        await TidyAsync(cancellationToken);
        Show(await CheckAsync(await IdProblemAsync(cancellationToken), cancellationToken));
        IsUnsaved = true;
        if (Check.Rule is { } rule)
        {
            var outcome = await drafts.SaveAsync(rule, basedOn, revision, Me, cancellationToken);
            if (outcome.IsDone)
            {
                Tell(T["edit.saved"]);
                return Redirect(RuleAddress.Of(rule.Id));
            }

            if (outcome.Kind != RuleOutcomeKind.Conflict)
            {
                Tell(Outcomes.Say(T, outcome), isProblem: true);
            }
            else if (IsNew)
            {
                // Another user created a rule with this id at the same moment. It is a different rule, not another version of this one.
                Show(await CheckAsync(Taken(outcome.Rule!), cancellationToken));
            }
            else
            {
                // The form is now based on the stored draft or version, so saving again is a choice made with the difference in view.
                await FindAsync(id, cancellationToken);
                BasedOn = revision == Revision ? Entry?.Number ?? 0 : BasedOn;
                Show(Check);
                Conflict = outcome;
                return Page();
            }
        }

        if (Check.Rule is null)
        {
            Tell(T["edit.notSaved"], isProblem: true);
        }

        (BasedOn, Revision) = (basedOn, revision);
        return Page();
    }

    public async Task<IActionResult> OnPostPublishAsync(string id, int revision, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is null
            ? NotFound() : After(id, await publishing.PublishAsync(id, revision, Me, cancellationToken), "edit.published");

    public async Task<IActionResult> OnPostDiscardAsync(string id, int revision, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is null
            ? NotFound() : After(id, await drafts.DiscardAsync(id, revision, Me, cancellationToken), "edit.discarded");

    private static Rule Blank { get; } = new() { Id = "new-rule", Name = new LocalText("", ""), Why = new LocalText("", "") };

    private Rule? InForce => Entry is { IsOn: true, Number: > 0 } entry ? entry.Rule : null;

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        Entry = id == New ? null : await store.FindAsync(id, cancellationToken);
        (BasedOn, Revision) = (Entry?.Draft?.BasedOn ?? Entry?.Number ?? 0, Entry?.Draft?.Revision);
        WaitingFor = Entry?.Waiting is { } number
            ? (await store.WaitingAsync(cancellationToken)).Find(row => row.RuleId == id && row.Number == number)?.Wider ?? [] : [];
        LastAnswer = Entry is { Waiting: null }
            ? (await store.LastDecisionsAsync(cancellationToken)).GetValueOrDefault(id) : null;
        return Entry is not null || (id == New && MayChange);
    }

    private async Task TidyAsync(CancellationToken cancellationToken)
    {
        FormShape.Choose(Form.Conditions, MayChange ? await departments.ReadAsync(cancellationToken) : Departments.Unknown);
        FormShape.Tidy(Form.Conditions);
    }

    private async Task<RuleCheck> CheckAsync(FormProblem? more, CancellationToken cancellationToken)
    {
        Departments = MayChange ? await departments.ReadAsync(cancellationToken) : Departments.Unknown;
        return RuleCheck.Of(T, Form, InForce, Departments, more);
    }

    /// <summary>The problem when a new rule has the id of an existing one, whose draft it would overwrite.</summary>
    private async Task<FormProblem?> IdProblemAsync(CancellationToken cancellationToken) => !IsNew ? null
        : Form.Id == New ? new FormProblem(nameof(Form.Id), T.Say("problem.idReserved", Form.Id))
        : await store.FindAsync(Form.Id, cancellationToken) is { } other ? Taken(other.Draft?.Rule ?? other.Rule) : null;

    private FormProblem Taken(Rule other) => new(nameof(Form.Id), T.Say("problem.idTaken", other.Name.In(T.Language)));

    private void Show(RuleCheck check)
    {
        Check = check;
        DraftChanges = Entry is { Draft: { } draft, Number: > 0 } ? RuleDifference.Between(Entry.Rule, draft.Rule) : [];
        InvitationPreview = check.Rule is { } rule && !IsNew ? previews.Of(rule) : null;
    }

    private IActionResult Missing(string id) => id == New ? NotAllowed() : NotFound();

    private RedirectResult After(string id, RuleOutcome outcome, string done)
    {
        // A version that waits is not published yet: the rule's own page says so for as long as it waits, and what happens next.
        if (outcome.Kind != RuleOutcomeKind.Waiting)
        {
            Tell(outcome.IsDone ? Outcomes.Done(T, T[done], outcome) : Outcomes.Say(T, outcome, PoolName), !outcome.IsDone);
        }

        return Redirect(outcome.IsDone && done == "edit.discarded" ? RuleAddress.List : RuleAddress.Of(id));
    }
}
