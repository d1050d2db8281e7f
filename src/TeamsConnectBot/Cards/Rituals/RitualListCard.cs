using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.BotFramework.Cards.Elements;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>One ritual in a list.</summary>
internal sealed record RitualLine(string Name, string When);

/// <summary>The rituals of a team, and how to begin one.</summary>
/// <param name="Commands">What can be typed; empty when only the list was asked for.</param>
internal sealed record RitualListCard(CardRef Ref, IReadOnlyList<RitualLine> Rituals, IReadOnlyList<HelpLine> Commands) : Card
{
    // More would not fit a card; every one can be shown by its name.
    private const int MostShown = 30;

    public override string Summary(Texts texts) => texts.Ritual.List.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Ritual.List;
        yield return Parts.Heading(texts.Heading);
        yield return Rituals.Count == 0
            ? Parts.Line(texts.None)
            : Parts.Bullets(Rituals.Take(MostShown).Select(ritual => $"**{MarkdownText.Escape(ritual.Name)}**: {MarkdownText.Escape(ritual.When)}"));
        if (Commands.Count > 0)
        {
            yield return Parts.SubHeading(texts.CommandsHeading);
            yield return Parts.Bullets(Commands.Select(command => $"**{MarkdownText.Escape(command.Words)}**: {MarkdownText.Escape(command.Does)}"));
            yield return Parts.Note(
                texts.Templates.With(
                    ("names", MarkdownText.Escape(string.Join(", ", reader.Texts.Ritual.Templates.All.Select(each => $"‘{each.Name}’"))))));
        }

        yield return Parts.Buttons(Parts.Button(texts.Form, Verbs.RitualOpenForm, Ref));
    }
}

internal sealed record RitualListTexts(string Summary, string Heading, string None, string CommandsHeading, Template Templates, string Form);
