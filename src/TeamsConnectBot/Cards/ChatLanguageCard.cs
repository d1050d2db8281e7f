using TeamsConnectBot.BotFramework.Cards.Elements;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>In which language this chat is; said in that language.</summary>
/// <param name="Chosen">The language's code, where one was just chosen.</param>
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
