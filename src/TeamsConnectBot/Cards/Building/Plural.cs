namespace TeamsConnectBot.Cards.Building;

/// <summary>A sentence about a <c>{count}</c>, in its two forms.</summary>
internal sealed record Plural(Template One, Template Other)
{
    public string With(int count)
    {
        var form = count == 1 ? One : Other;
        return form.Placeholders.Count == 0 ? form.Text : form.With(("count", $"{count}"));
    }
}
