using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Confirms that a yes was taken back; nobody else saw it.</summary>
internal sealed record TakenBackCard(CardRef Ref) : Card
{
    public override string Summary(Texts texts) => texts.TakenBack.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.TakenBack;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line);
        yield return Parts.Buttons(
            Parts.Button(texts.Back, Verbs.InvitationShow, Ref), Parts.Button(texts.NotThisWeek, Verbs.InvitationNotThisWeek, Ref));
    }
}

internal sealed record TakenBackTexts(string Summary, string Heading, string Line, string Back, string NotThisWeek);
