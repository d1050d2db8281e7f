using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

internal enum ShortAnswer
{
    Thanks, Greeting,
}

/// <summary>One line in answer to thanks or hello. The bot is a tool and starts no conversation.</summary>
internal sealed record ShortAnswerCard(ShortAnswer Said) : Card
{
    public override string Summary(Texts texts) => texts.UnknownInput.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        yield return Parts.Line(Said == ShortAnswer.Thanks ? reader.Texts.ShortAnswer.Thanks : reader.Texts.ShortAnswer.Greeting);
    }
}

internal sealed record ShortAnswerTexts(string Thanks, string Greeting);
