using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>One ritual in a list.</summary>
internal sealed record RitualLine(string Name, string When);

/// <summary>The rituals of a team, and how to start one.</summary>
/// <param name="Commands">The commands; empty when only the list was asked for.</param>
internal sealed record RitualListCard(CardRef Ref, IReadOnlyList<RitualLine> Rituals, IReadOnlyList<HelpLine> Commands) : Card
{
    // More would not fit on a card; each can still be shown by name.
    private const int MostShown = 30;

    // With the commands it is help for whoever asked.
    public override Audience Audience => Commands.Count > 0 ? Audience.AskerFirst : Audience.Everybody;

    public override string Summary(Texts texts) => texts.Ritual.List.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Ritual.List;
        yield return Parts.Heading(texts.Heading);
        yield return Rituals.Count == 0
            ? Parts.Line(texts.None)
            : Parts.Bullets(Rituals.Take(MostShown).Select(ritual => Bold(ritual.Name, ritual.When)));
        if (Commands.Count > 0)
        {
            yield return Parts.SubHeading(texts.CommandsHeading);
            yield return Parts.Bullets(Commands.Select(command => Bold(command.Words, command.Does)));
            var names = string.Join(", ", reader.Texts.Ritual.Templates.All.Select(each => $"‘{each.Name}’"));
            yield return Parts.Note(texts.Templates.With(("names", MarkdownText.Escape(names))));
        }

        yield return Parts.Buttons(Parts.Button(texts.Form, Verbs.RitualOpenForm, Ref));
    }

    private static string Bold(string subject, string text) => $"**{MarkdownText.Escape(subject)}**: {MarkdownText.Escape(text)}";
}

internal sealed record RitualListTexts(
    string Summary, string Heading, string None, string CommandsHeading, Template Templates, string Form);
