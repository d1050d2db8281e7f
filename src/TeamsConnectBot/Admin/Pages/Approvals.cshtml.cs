using Microsoft.AspNetCore.Mvc;
using NodaTime;
using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Rules.Book;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>Changes that use more of people's data, for the works council to decide on.</summary>
internal sealed class ApprovalsModel(RuleBook book, Approving approving, SignalApprovals signals, CardPreviews previews) : AdminPage
{
    public IReadOnlyList<WaitingChange> Waiting { get; private set; } = [];

    public IReadOnlyList<WaitingSignal> Signals { get; private set; } = [];

    public IReadOnlyList<RuleApprovalRow> Decided { get; private set; } = [];

    private Dictionary<string, LocalText> names = [];

    /// <summary>What a rule is called; its id when it is gone.</summary>
    public string NameOf(string ruleId) => names.GetValueOrDefault(ruleId)?.In(T.Language) ?? ruleId;

    /// <summary>The cards people would get.</summary>
    public IReadOnlyList<CardPreview> PreviewsOf(Rule rule) => previews.Of(rule);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var waiting = new List<WaitingChange>();
        foreach (var row in await book.WaitingAsync(cancellationToken))
        {
            if (await book.VersionAsync(row.RuleId, row.Number, cancellationToken) is { } after)
            {
                var entry = await book.FindAsync(row.RuleId, cancellationToken);
                var before = entry is { IsOn: true } ? entry.Rule : null;
                waiting.Add(new WaitingChange(row.RuleId, row.Number, row.AskedAt, after, row.Wider, before is null ? [] : RuleDifference.Between(before, after), row.MayBeTriedSince is not null));
            }
        }

        Waiting = waiting;
        Signals = await signals.WaitingAsync(cancellationToken);
        Decided = await book.DecidedAsync(cancellationToken);
        names = (await book.ListAsync(cancellationToken))
            .ToDictionary(entry => entry.Rule.Id, entry => entry.Rule.Name, StringComparer.Ordinal);
    }

    public async Task<IActionResult> OnPostDecideAsync(string id, int number, bool approve, CancellationToken cancellationToken) =>
        Answer(await approving.DecideAsync(id, number, approve, Me, cancellationToken), approve ? "approvals.doneApproved" : "approvals.doneRefused");

    public async Task<IActionResult> OnPostAllowTryAsync(string id, int number, CancellationToken cancellationToken) =>
        Answer(await approving.AllowTryAsync(id, number, Me, cancellationToken), "approvals.doneAllowTry");

    public async Task<IActionResult> OnPostSignalAsync(SignalSource source, bool approve, CancellationToken cancellationToken) =>
        Answer(await signals.DecideAsync(source, approve, Me, cancellationToken), approve ? "approvals.doneApproved" : "approvals.doneRefused");

    private RedirectResult Answer(RuleOutcome outcome, string done)
    {
        if (outcome.Kind == RuleOutcomeKind.NotAllowed)
        {
            return NotAllowed();
        }

        Tell(outcome.IsDone ? T[done] : Outcomes.Say(T, outcome), !outcome.IsDone);
        return Redirect("/admin/approvals");
    }
}

/// <summary>A change as the works council sees it.</summary>
internal sealed record WaitingChange(string RuleId, int Number, Instant AskedAt, Rule After, IReadOnlyList<WiderUse> Wider, IReadOnlyList<FieldChange> Changes, bool MayBeTried);
