using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>The answer to a command that only participants can use. The full welcome was sent once, and is behind the button.</summary>
internal sealed record JoinFirstCard(CardRef Ref) : Card
{
    public override bool MentionsFutureInvitations => true;

    public override string Summary(Texts texts) => texts.UnknownInput.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.JoinFirst;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line);
        yield return Parts.Buttons(Parts.Button(texts.Look, Verbs.ShowWelcome, Ref));
    }
}

internal sealed record JoinFirstTexts(string Heading, string Line, string Look);
