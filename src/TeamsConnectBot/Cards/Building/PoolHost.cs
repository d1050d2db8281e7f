namespace TeamsConnectBot.Cards.Building;

/// <summary>The pool's human host, with the one sentence they wrote themselves. The only person that an invitation names.</summary>
internal sealed record PoolHost(string Name, string Sentence)
{
    public string Shown(Template line) => line.With(("name", MarkdownText.Escape(Name)), ("sentence", MarkdownText.Escape(Sentence)));
}
