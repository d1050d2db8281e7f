using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>The list of topics that people choose from, and the opening question about each.</summary>
internal sealed class TopicsModel(OrganisationStore store, OwnSettings own, CardPreviews previews) : ListPageModel<TopicLine>
{
    /// <summary>Whether the list is the shipped one.</summary>
    public bool IsShipped => !own.HasOwnTopics;

    protected override string Name => "topics";

    protected override string Version => ListVersion.Of(own.Topics);

    public void OnGet() =>
        Show(own.Topics.Select(TopicLine.Of), () => TopicLine.Blank, previews.Topics(own.Topics, own.HasOwnTopics));

    public IActionResult OnPostPreview(
        string?[] key, string?[] nl, string?[] en, string?[] questionNl, string?[] questionEn, string? seen) =>
        Preview(TopicLine.Read(key, nl, en, questionNl, questionEn), seen);

    public Task<IActionResult> OnPostSaveAsync(
        string?[] key, string?[] nl, string?[] en, string?[] questionNl, string?[] questionEn, string? seen,
        CancellationToken cancellationToken) => SaveAsync(
            TopicLine.Read(key, nl, en, questionNl, questionEn), seen,
            filled => store.SetTopicsAsync(filled, seen, Me, cancellationToken));

    protected override bool IsEmpty(TopicLine row) => row.IsEmpty;

    protected override IEnumerable<FormProblem> ProblemsOf(IReadOnlyList<TopicLine> rows) =>
        from row in rows.Index()
        where !row.Item.IsEmpty
        from field in row.Item.Fields
        let problem = row.Item.Problem(field.Field) ?? (IsTwice(rows, row.Index, field) ? "topics.twice" : null)
        where problem is not null
        select new FormProblem(ElementOf(field.Field, row.Index), T.Say(problem, field.Longest));

    protected override IReadOnlyList<CardPreview> PreviewsOf(IReadOnlyList<TopicLine> filled) =>
        previews.Topics([.. filled.Select((row, index) => row.ToTopic($"{index}"))], isOwnList: true);

    // Two topics with one name could not be told apart on the card.
    private static bool IsTwice(IReadOnlyList<TopicLine> rows, int index, (string Field, string Text, int Longest) field) =>
        field.Field is "nl" or "en" && rows.Take(index).SelectMany(row => row.Fields).Any(
            other => other.Field == field.Field && other.Text.Equals(field.Text, StringComparison.OrdinalIgnoreCase));
}
