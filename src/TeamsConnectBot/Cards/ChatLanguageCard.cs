using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Says which language this chat uses, in that language.</summary>
/// <param name="Chosen">The code of the language that was just chosen; null when none was.</param>
internal sealed record ChatLanguageCard(string? Chosen) : Card
{
    public override string Summary(Texts texts) => texts.UnknownInput.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.ChatLanguage;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line);
    }
}

internal sealed record ChatLanguageTexts(string Heading, string Line);
