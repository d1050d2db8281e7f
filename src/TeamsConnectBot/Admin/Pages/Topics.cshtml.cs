using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>The list of topics that people choose from, and the opening question about each.</summary>
internal sealed class TopicsModel(OrganisationStore store, OwnSettings own, CardPreviews previews) : AdminPageModel
{
    private const int Blank = 2;
    private const int Most = 12;

    /// <summary>Whether the list is the shipped one.</summary>
    public bool IsShipped { get; private set; }

    /// <summary>Whether the form shows unsaved input.</summary>
    public bool IsTyped { get; private set; }

    public IReadOnlyList<TopicLine> Rows { get; private set; } = [];

    /// <summary>The problems, each at its field.</summary>
    public IReadOnlyList<FormProblem> Problems { get; private set; } = [];

    public IReadOnlyList<CardPreview> Previews { get; private set; } = [];

    public void OnGet()
    {
        Show([.. own.Topics.Select(TopicLine.Of), .. Enumerable.Repeat(TopicLine.Blank, MayChange ? Blank : 0)]);
        Previews = previews.Topics(own.Topics, own.HasOwnTopics);
    }

    /// <summary>Previews the typed list; nothing is stored.</summary>
    public IActionResult OnPostPreview(string?[] key, string?[] nl, string?[] en, string?[] questionNl, string?[] questionEn) =>
        MayChange ? Typed(TopicLine.Read(key, nl, en, questionNl, questionEn)) : NotAllowed();

    public async Task<IActionResult> OnPostSaveAsync(
        string?[] key, string?[] nl, string?[] en, string?[] questionNl, string?[] questionEn, CancellationToken cancellationToken)
    {
        if (!MayChange)
        {
            return NotAllowed();
        }

        var rows = TopicLine.Read(key, nl, en, questionNl, questionEn);
        var filled = Filled(rows);
        if (filled.Count > Most || ProblemsOf(rows).Any())
        {
            Tell(filled.Count > Most ? T.Say("topics.most", Most) : T["contacts.notSaved"], isProblem: true);
            return Typed(rows);
        }

        await store.SetTopicsAsync(filled, Me, cancellationToken);
        Tell(T["saved"]);
        return Redirect("/admin/topics");
    }

    public static string ElementOf(string field, int row) => $"{field}{row}";

    public IEnumerable<string> At(string element) => Problems.Where(problem => problem.Element == element).Select(problem => problem.Text);

    private IEnumerable<FormProblem> ProblemsOf(IReadOnlyList<TopicLine> rows) =>
        from row in rows.Index()
        where !row.Item.IsEmpty
        from field in row.Item.Fields
        let problem = row.Item.Problem(field.Field) ?? (IsTwice(rows, row.Index, field) ? "topics.twice" : null)
        where problem is not null
        select new FormProblem(ElementOf(field.Field, row.Index), T.Say(problem, field.Longest));

    // Two topics with one name could not be told apart on the card.
    private static bool IsTwice(IReadOnlyList<TopicLine> rows, int index, (string Field, string Text, int Longest) field) =>
        field.Field is "nl" or "en" && rows.Take(index).SelectMany(row => row.Fields).Any(
            other => other.Field == field.Field && other.Text.Equals(field.Text, StringComparison.OrdinalIgnoreCase));

    private PageResult Typed(IReadOnlyList<TopicLine> rows)
    {
        IsTyped = true;
        Problems = [.. ProblemsOf(rows)];
        Show(rows);
        var filled = Filled(rows);
        Previews = Problems.Count == 0 && filled.Count is > 0 and <= Most
            ? previews.Topics([.. filled.Select((row, index) => row.ToTopic($"{index}"))], isOwnList: true) : [];
        return Page();
    }

    private void Show(IReadOnlyList<TopicLine> rows) => (Rows, IsShipped) = (rows, !own.HasOwnTopics);

    private static List<TopicLine> Filled(IEnumerable<TopicLine> rows) => [.. rows.Where(row => !row.IsEmpty)];
}
