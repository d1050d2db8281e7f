using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Organisation;

/// <summary>A topic as text fields in a form, valid or not, so that nothing a user typed is lost.</summary>
/// <param name="Key">The key of a topic that is on the list already; empty for a new one.</param>
internal sealed record TopicLine(string Key, string Nl, string En, string QuestionNl, string QuestionEn)
{
    public const int LongestName = 40;
    public const int LongestQuestion = 160;

    public static TopicLine Blank { get; } = new("", "", "", "", "");

    public bool IsEmpty => Fields.All(one => one.Text.Length == 0);

    /// <summary>Each field with its name and the most characters.</summary>
    public IReadOnlyList<(string Field, string Text, int Longest)> Fields =>
    [
        ("nl", Nl, LongestName), ("en", En, LongestName), ("questionNl", QuestionNl, LongestQuestion),
        ("questionEn", QuestionEn, LongestQuestion),
    ];

    public static TopicLine Of(ListedTopic topic) =>
        new(topic.Key, topic.Name.Nl, topic.Name.En, topic.Question?.Nl ?? "", topic.Question?.En ?? "");

    /// <summary>A valid line as a topic, under its own key or a given one.</summary>
    public ListedTopic ToTopic(string otherwise) => new(
        Key.Length > 0 ? Key : otherwise, new(Nl, En), QuestionNl.Length > 0 ? new(QuestionNl, QuestionEn) : null);

    /// <summary>Reads the rows of a form, which sends each field as a separate list.</summary>
    public static IReadOnlyList<TopicLine> Read(
        string?[] keys, string?[] nl, string?[] en, string?[] questionsNl, string?[] questionsEn)
    {
        static string At(string?[] values, int row) => values.ElementAtOrDefault(row)?.Trim() ?? "";
        var rows = new[] { nl, en, questionsNl, questionsEn }.Max(values => values.Length);
        return [.. Enumerable.Range(0, rows).Select(row => new TopicLine(
            At(keys, row), At(nl, row), At(en, row), At(questionsNl, row), At(questionsEn, row)))];
    }

    /// <summary>The problem with a field, as a key of the page's texts; null when there is none.</summary>
    public string? Problem(string field) => (field, Fields.Single(one => one.Field == field)) switch
    {
        ("nl" or "en", { Text: "" }) => "topics.missing.name",
        ("questionNl", { Text: "" }) when QuestionEn.Length > 0 => "topics.missing.question",
        ("questionEn", { Text: "" }) when QuestionNl.Length > 0 => "topics.missing.question",
        (_, var one) when one.Text.Length > one.Longest => "topics.long",
        (_, var one) when one.Text.Any(char.IsControl) => "topics.oneLine",
        ("nl" or "en", var one) when !one.Text.Any(char.IsLetterOrDigit) => "topics.missing.name",
        ("nl" or "en", var one) when one.Text.Contains(',', StringComparison.Ordinal) => "topics.comma",
        (_, var one) when MarkdownText.Escape(one.Text) != MarkdownText.Clean(one.Text) => "topics.plain",
        _ => null,
    };
}
