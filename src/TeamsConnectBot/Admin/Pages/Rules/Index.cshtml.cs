using System.Text;
using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Pages.Rules;

/// <summary>The list of rules, in pages, with a search.</summary>
[RequestSizeLimit(RuleFile.MaxBytes + RulesModel.UploadOverhead)]
[AdminImport]
internal sealed class RulesModel(RuleStore store, Publishing publishing, RuleTransfer transfer) : AdminPageModel
{
    private const int OnePage = 25;

    /// <summary>The bytes around an uploaded file: its name, the antiforgery token, and the boundaries.</summary>
    internal const int UploadOverhead = 16_000;

    public string? Find { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public int Found { get; private set; }

    public int On { get; private set; }

    public IReadOnlyList<RuleEntry> Shown { get; private set; } = [];

    /// <summary>What the works council last decided about each rule.</summary>
    public IReadOnlyDictionary<string, RuleApprovalRow> LastAnswers { get; private set; } = new Dictionary<string, RuleApprovalRow>();

    public async Task OnGetAsync(string? find, [FromQuery(Name = "page")] int number, CancellationToken cancellationToken)
    {
        var all = await store.ListAsync(cancellationToken);
        var found = string.IsNullOrWhiteSpace(find) ? all : [.. all.Where(entry => Has(entry, find.Trim()))];
        (Find, Found, On) = (find, found.Count, found.Count(entry => entry.IsOn));
        Pages = Math.Max(1, (found.Count + OnePage - 1) / OnePage);
        Number = Math.Clamp(number, 1, Pages);
        LastAnswers = await store.LastDecisionsAsync(cancellationToken);
        Shown = [.. found.Skip((Number - 1) * OnePage).Take(OnePage)];
    }

    public async Task<IActionResult> OnPostSwitchAsync(string id, bool on, CancellationToken cancellationToken)
    {
        var outcome = await publishing.SwitchAsync(id, on, Me, cancellationToken);
        if (outcome.Kind == RuleOutcomeKind.Waiting)
        {
            // The rule's page says what it waits for, and what happens next.
            return Redirect(RuleAddress.Of(id));
        }

        Tell(Outcomes.Say(T, outcome), !outcome.IsDone);
        return Redirect(RuleAddress.List);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken) => MayChange
        ? File(Encoding.UTF8.GetBytes(await transfer.ExportAsync(Me, cancellationToken)), "application/json", "rules.json") : NotAllowed();

    public async Task<IActionResult> OnPostImportAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null || file.Length > RuleFile.MaxBytes)
        {
            Tell(file is null ? T["rules.noFile"] : TooLarge(T), isProblem: true);
            return Redirect(RuleAddress.List);
        }

        using var reader = new StreamReader(file.OpenReadStream());
        var outcomes = await transfer.ImportAsync(await reader.ReadToEndAsync(cancellationToken), Me, cancellationToken);
        var refused = outcomes.FirstOrDefault(outcome => !outcome.IsDone);
        var waiting = outcomes.Count(outcome => outcome.Kind == RuleOutcomeKind.Waiting);
        var done = T.Say("rules.imported", outcomes.Count, waiting);
        Tell(
            refused is not null ? Outcomes.Say(T, refused)
                : outcomes.FirstOrDefault(outcome => outcome.EndedTrial) is { } ended ? Outcomes.Done(T, done, ended) : done,
            refused is not null);
        return Redirect(RuleAddress.List);
    }

    internal static string TooLarge(PageTexts t) => t.Say("rules.tooLarge", RuleFile.MaxBytes / 1_000_000);

    private static bool Has(RuleEntry entry, string text) =>
        new[] { entry.Rule.Id, entry.Rule.Name.Nl, entry.Rule.Name.En, entry.Rule.Why.Nl, entry.Rule.Why.En }
            .Any(field => field.Contains(text, StringComparison.OrdinalIgnoreCase));
}
