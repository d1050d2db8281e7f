namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>Something that came back to somebody.</summary>
internal sealed record Seen(string Role, string Where, string Text)
{
    private readonly string plain = Planted.Plain(Text);

    /// <summary>The planted values in it, as a line of a failure each.</summary>
    public IEnumerable<string> Leaks(IEnumerable<Planted> values) =>
        values.Where(value => value.IsIn(plain)).Select(value => $"{Role} learns {value.What} from {Where}: …{Around(value)}…");

    public bool Shows(Planted value) => value.IsIn(plain);

    private string Around(Planted value)
    {
        var at = value.Forms.Select(form => plain.IndexOf(form, StringComparison.OrdinalIgnoreCase)).First(index => index >= 0);
        var from = Math.Max(0, at - 60);
        return plain[from..Math.Min(plain.Length, at + 80)].ReplaceLineEndings(" ");
    }
}
