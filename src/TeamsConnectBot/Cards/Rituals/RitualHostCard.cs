using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>Asks who hosts the next occurrence. It names nobody, and nobody can appoint somebody else.</summary>
/// <param name="Ref">The ritual.</param>
internal sealed record RitualHostCard(CardRef Ref, string Name, string When) : Card
{
    public override string Summary(Texts texts) => texts.Ritual.NoticeSummary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        yield return Parts.Heading(reader.Texts.Ritual.HostAsk.Heading.With(("name", MarkdownText.Escape(Name))));
        yield return Parts.Strong(MarkdownText.Escape(When));
        yield return Parts.Line(reader.Texts.Ritual.HostAsk.Line);
        yield return Parts.Buttons(Parts.Button(reader.Texts.Ritual.Occurrence.TakeTurn, Verbs.RitualHost, Ref));
    }
}

internal sealed record RitualHostTexts(Template Heading, string Line);
