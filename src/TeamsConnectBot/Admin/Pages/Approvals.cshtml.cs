using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Text;
using TeamsConnectBot.Admin.Notices;
using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.HelpRequests;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Signals;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>Changes that use more personal data, for the works council to decide on.</summary>
internal sealed class ApprovalsModel(
    RuleStore store, Approving approving, SignalApprovals signals, HelpApprovals help, HelpDryRun dryRun, CardPreviews previews,
    ApprovalNotices notices, SourceReversal reversal, TimeProvider clock) : AdminPageModel
{
    private const string Address = "/admin/approvals";

    public IReadOnlyList<WaitingChange> Waiting { get; private set; } = [];

    public IReadOnlyList<WaitingSignal> Signals { get; private set; } = [];

    /// <summary>The sources of days with AI that were decided on; the works council can reverse that.</summary>
    public IReadOnlyList<DecidedSignal> Sources { get; private set; } = [];

    /// <summary>The pools in which people may ask each other for help once the works council agrees.</summary>
    public IReadOnlyList<WaitingHelpPool> HelpPools { get; private set; } = [];

    public IReadOnlyList<RuleApprovalRow> Decided { get; private set; } = [];

    /// <summary>Whether this person hears in Teams what waits; null when they do not have the app.</summary>
    public bool? Hears { get; private set; }

    /// <summary>An answer that was refused, to be shown again as it was typed.</summary>
    public AnswerForm? Typed { get; private set; }

    public LocalDate Today => clock.GetCurrentInstant().InUtc().Date;

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

    /// <summary>The form to decide on something that waits, with what was typed in it before.</summary>
    public AnswerForm FormOf(AnswerForm empty) =>
        Typed is { } typed && typed with { Until = null, Reason = null } == empty ? typed : empty;

    public AnswerForm OfRule(string id, int number) => new("Decide", id, number, MayLimit: true, Today);

    public AnswerForm OfSignal(SignalSource source) => new("Signal", source.ToString(), 0, MayLimit: false, Today) { Field = "source" };

    public AnswerForm OfHelp(string pool) => new("Help", pool, 0, MayLimit: false, Today) { Field = "pool" };

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
                    row.RuleId, row.Number, row.AskedAt, row.AskedByName, entry is { IsOn: true } ? entry.Rule : null, after, row.Wider,
                    changes, MayBeTried: row.MayBeTriedSince is not null));
            }
        }

        Waiting = waiting;
        Signals = await signals.WaitingAsync(cancellationToken);
        Sources = await signals.DecidedAsync(cancellationToken);
        HelpPools = await help.WaitingAsync(cancellationToken);
        foreach (var pool in HelpPools)
        {
            forecasts[pool.PoolId] = await dryRun.OfAsync(pool.PoolId, cancellationToken);
        }

        Hears = MayApprove ? await notices.IsOnAsync(Me.Id, cancellationToken) : null;
        Decided = await store.DecidedAsync(cancellationToken);
        names = (await store.ListAsync(cancellationToken)).ToDictionary(entry => entry.Rule.Id, entry => entry.Rule.Name);
    }

    public Task<IActionResult> OnPostDecideAsync(
        string id, int number, string? approve, string? until, string? reason, CancellationToken cancellationToken) => AnswerAsync(
            OfRule(id, number) with { Until = until, Reason = reason }, approve,
            answer => approving.DecideAsync(id, number, answer, Me, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostHearAsync(bool on, CancellationToken cancellationToken)
    {
        if (!MayApprove)
        {
            return NotAllowed();
        }

        var done = await notices.SetAsync(Me, on, cancellationToken);
        Tell(
            done switch
            {
                NoticeChoice.NotInGroup => T.Say("approvals.hearNeedsGroup", string.Join(", ", notices.Groups)),
                NoticeChoice.NotPossible => T["approvals.hearNeedsApp"],
                _ => T[on ? "approvals.hearIsOn" : "approvals.hearIsOff"],
            },
            isProblem: done != NoticeChoice.Kept);
        return Redirect(Address);
    }

    public async Task<IActionResult> OnPostAllowDryRunAsync(string id, int number, CancellationToken cancellationToken) =>
        After(await approving.AllowDryRunAsync(id, number, Me, cancellationToken), "approvals.doneAllowDryRun", Address);

    public Task<IActionResult> OnPostSignalAsync(
        SignalSource source, string? approve, string? reason, CancellationToken cancellationToken) => AnswerAsync(
            OfSignal(source) with { Reason = reason }, approve, answer => signals.DecideAsync(source, answer, Me, cancellationToken),
            cancellationToken);

    public async Task<IActionResult> OnPostSourceAsync(
        SignalSource source, bool approve, string? reason, CancellationToken cancellationToken)
    {
        var answer = new ApprovalAnswer(approve, Reason: (OfSignal(source) with { Reason = reason }).ReasonInOneLine);
        var outcome = await reversal.ReverseAsync(source, answer, Me, cancellationToken);
        return After(outcome, approve ? "approvals.done.true" : "signals.takenBack", Address);
    }

    public Task<IActionResult> OnPostHelpAsync(string pool, string? approve, string? reason, CancellationToken cancellationToken) =>
        AnswerAsync(
            OfHelp(pool) with { Reason = reason }, approve, answer => help.DecideAsync(pool, answer, Me, cancellationToken),
            cancellationToken);

    private async Task<IActionResult> AnswerAsync(
        AnswerForm form, string? approve, Func<ApprovalAnswer, Task<RuleOutcome>> decide, CancellationToken cancellationToken)
    {
        if (approve is not (null or "true" or "false" or AnswerForm.Limited) || (approve == AnswerForm.Limited && !form.MayLimit))
        {
            return NotFound();
        }

        if (approve is null || (approve == "true" && !string.IsNullOrWhiteSpace(form.Until)))
        {
            return await AgainAsync(form, T[approve is null ? "approvals.noAnswer" : "approvals.untilNotUsed"], cancellationToken);
        }

        // A day that cannot be read is refused in the same way as one that has passed.
        var last = approve != AnswerForm.Limited ? (LocalDate?)null
            : LocalDatePattern.Iso.Parse(form.Until ?? "") is { Success: true, Value: var day } ? day : Today;
        var outcome = await decide(new ApprovalAnswer(approve != "false", last, form.ReasonInOneLine));
        if (outcome.Kind != RuleOutcomeKind.Invalid)
        {
            return After(outcome, "approvals.done." + approve, Address);
        }

        return await AgainAsync(
            form,
            outcome.Problems[0].Field == "until"
                ? T.Say("approvals.untilWrong", Dates.Day(T, Today.PlusDays(1)), Dates.Day(T, Today.PlusDays(ApprovalAnswer.MostDays)))
                : T.Say("approvals.reasonWrong", ApprovalAnswer.MostReason),
            cancellationToken);
    }

    // Shows a form as it was typed, with why nothing was decided.
    private async Task<PageResult> AgainAsync(AnswerForm form, string problem, CancellationToken cancellationToken)
    {
        Tell(problem, isProblem: true);
        Typed = form;
        await OnGetAsync(cancellationToken);
        return Page();
    }
}

/// <summary>A change as the works council sees it.</summary>
internal sealed record WaitingChange(
    string RuleId, int Number, Instant AskedAt, string? AskedBy, Rule? Before, Rule After, IReadOnlyList<WiderUse> Wider,
    IReadOnlyList<FieldChange> Changes, bool MayBeTried);
