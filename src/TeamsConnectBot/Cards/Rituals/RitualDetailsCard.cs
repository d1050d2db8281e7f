using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.BotFramework.Cards.Elements;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>One ritual: when, and what happens there. Who has it in their calendar is not on it.</summary>
/// <param name="Asks">Whether somebody asks colleagues along. It names nobody: whoever does nothing is nowhere kept.</param>
internal sealed record RitualDetailsCard(CardRef Ref, string Name, string When, IReadOnlyList<string> Agenda, bool Asks = false) : Card
{
    public override string Summary(Texts texts) => texts.Ritual.Details.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Ritual.Details;
        yield return Parts.Heading(MarkdownText.Escape(Name));
        yield return Parts.Strong(MarkdownText.Escape(When));
        if (Asks) yield return Parts.Line(texts.Asks);
        if (Agenda.Count > 0)
        {
            yield return Parts.SubHeading(reader.Texts.Ritual.Agenda);
            yield return Parts.Bullets(Agenda);
        }

        var join = reader.Texts.Ritual.Join;
        foreach (var element in JoinParts.Words(join)) yield return element;
        yield return Parts.Buttons(JoinParts.Button(join, Ref), Parts.Button(texts.Leave, Verbs.RitualLeave, Ref));
    }
}

internal sealed record RitualDetailsTexts(string Summary, string Asks, string Leave);
