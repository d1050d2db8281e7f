using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>One chat command in the help.</summary>
/// <param name="Words">What to type, such as <c>pauze 2 weken</c>.</param>
/// <param name="Does">What it does, in a few words.</param>
internal sealed record HelpLine(string Words, string Does);

/// <summary>The chat commands, followed by the people to talk to.</summary>
internal sealed record HelpCard(CardRef Ref, IReadOnlyList<HelpLine> Commands, IReadOnlyList<HumanContact> Contacts) : Card
{
    public override bool MentionsFutureInvitations => true;

    public override string Summary(Texts texts) => texts.Help.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Help;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Tool);
        yield return Parts.Bullets(Commands.Select(command =>
            $"**{MarkdownText.Escape(command.Words)}**: {MarkdownText.Escape(command.Does)}"));
        foreach (var element in reader.Texts.Contacts.Body(Contacts))
        {
            yield return element;
        }

        yield return Parts.Buttons(
            Parts.Button(texts.AskCoffee, Verbs.AskCoffee, Ref), Parts.Button(texts.Preferences, Verbs.OpenPreferences, Ref));
    }
}

internal sealed record HelpTexts(string Summary, string Heading, string Tool, string AskCoffee, string Preferences);
