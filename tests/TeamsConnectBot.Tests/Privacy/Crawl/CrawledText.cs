namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>A text that somebody in a role could read.</summary>
internal sealed record CrawledText(string Role, string Where, string Text)
{
    private readonly string plain = PlantedValue.Plain(Text);

    public static CrawledText Of(string role, string where, ChatMessage message) =>
        new(role, where, $"{message.Text}\n{message.CardJson}\n{message.Summary}");

    /// <summary>One line for each planted value that the text contains.</summary>
    public IEnumerable<string> Leaks(IEnumerable<PlantedValue> values) =>
        values.Where(value => value.IsIn(plain)).Select(value => $"{Role} learns {value.What} from {Where}: …{Around(value)}…");

    public bool Shows(PlantedValue value) => value.IsIn(plain);

    private string Around(PlantedValue value)
    {
        var at = value.Forms.Select(form => plain.IndexOf(form, StringComparison.OrdinalIgnoreCase)).First(index => index >= 0);
        var from = Math.Max(0, at - 60);
        return plain[from..Math.Min(plain.Length, at + 80)].ReplaceLineEndings(" ");
    }
}
