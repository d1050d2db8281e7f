using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>One ritual: when, and what happens there. Who has it in their calendar is not on it.</summary>
internal sealed record RitualDetailsCard(CardRef Ref, string Name, string When, IReadOnlyList<string> Agenda) : Card
{
    public override string Summary(Texts texts) => texts.Ritual.Details.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Ritual.Details;
        yield return Parts.Heading(MarkdownText.Escape(Name));
        yield return Parts.Strong(MarkdownText.Escape(When));
        if (Agenda.Count > 0)
        {
            yield return Parts.SubHeading(reader.Texts.Ritual.Agenda);
            yield return Parts.Bullets(Agenda);
        }

        yield return Parts.Buttons(
            Parts.Button(texts.Join, Verbs.RitualJoin, Ref),
            Parts.Button(texts.Leave, Verbs.RitualLeave, Ref));
    }
}

internal sealed record RitualDetailsTexts(string Summary, string Join, string Leave);
