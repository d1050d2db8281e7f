using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <param name="Command">The command's own words, not what was typed.</param>
internal sealed record Meant(string Command, string Verb);

/// <summary>
/// Commands similar to what was typed, one button each, followed by the people to talk to: a word such as 'help' or 'boss' may be part of
/// something no command is for. The card does not repeat what was typed.
/// </summary>
internal sealed record DidYouMeanCard(CardRef Ref, IReadOnlyList<Meant> Near, IReadOnlyList<HumanContact> Contacts) : Card
{
    public override string Summary(Texts texts) => texts.UnknownInput.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.DidYouMean;
        yield return Parts.Heading(Near is [var only] ? texts.One.With(("command", MarkdownText.Escape(only.Command))) : texts.Several);
        yield return Parts.Note(texts.Else);
        foreach (var meant in Near)
        {
            yield return Parts.MoreButtons(Parts.Button(Capitalised(meant.Command), meant.Verb, Ref));
        }

        foreach (var element in reader.Texts.Contacts.Body(Contacts))
        {
            yield return element;
        }
    }

    private static string Capitalised(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}

internal sealed record DidYouMeanTexts(Template One, string Several, string Else);
