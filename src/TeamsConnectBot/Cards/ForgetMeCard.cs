using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Asks for confirmation before everything is erased. This is also how somebody leaves the programme.</summary>
internal sealed record ForgetMeCard(CardRef Ref) : Card
{
    public override string Summary(Texts texts) => texts.ForgetMe.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.ForgetMe;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line);
        yield return Parts.Buttons(
            Parts.Button(texts.Erase, Verbs.Forget, Ref) with { Style = ActionStyle.Destructive },
            Parts.Button(texts.Back, Verbs.OpenPreferences, Ref));
    }
}

internal sealed record ForgetMeTexts(string Summary, string Heading, string Line, string Erase, string Back);
