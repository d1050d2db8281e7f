using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>The answer to anything that is not a command. It has no field for what was typed, because that is not stored.</summary>
internal sealed record UnknownInputCard(CardRef Ref, IReadOnlyList<HumanContact> Contacts) : Card
{
    public override bool MentionsFutureInvitations => true;

    public override string Summary(Texts texts) => texts.UnknownInput.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.UnknownInput;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line);
        yield return Parts.Buttons(Parts.Button(texts.AskCoffee, Verbs.AskCoffee, Ref), Parts.Button(texts.Help, Verbs.ShowHelp, Ref));
        foreach (var element in reader.Texts.Contacts.Body(Contacts))
        {
            yield return element;
        }
    }
}

internal sealed record UnknownInputTexts(string Summary, string Heading, string Line, string AskCoffee, string Help);
