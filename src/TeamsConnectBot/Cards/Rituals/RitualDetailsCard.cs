using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>One ritual: when it is and what happens there. It does not show who has it in their calendar.</summary>
/// <param name="Asks">Whether somebody sent the card to invite colleagues. The card names nobody, and whoever ignores it is not
/// recorded.</param>
/// <param name="IsPost">Whether it is a question instead of a meeting, which nobody can have in their calendar.</param>
internal sealed record RitualDetailsCard(
    CardRef Ref, string Name, string When, IReadOnlyList<string> Agenda, bool Asks = false, bool IsPost = false) : Card
{
    public override string Summary(Texts texts) => texts.Ritual.Details.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Ritual.Details;
        yield return Parts.Heading(MarkdownText.Escape(Name));
        yield return Parts.Strong(MarkdownText.Escape(When));
        if (Asks)
        {
            yield return Parts.Line(texts.Asks);
        }

        if (Agenda.Count > 0)
        {
            yield return Parts.SubHeading(reader.Texts.Ritual.Agenda);
            yield return Parts.Bullets(Agenda);
        }

        if (IsPost)
        {
            yield break;
        }

        var join = reader.Texts.Ritual.Join;
        foreach (var element in JoinParts.Words(join))
        {
            yield return element;
        }

        yield return Parts.Buttons(JoinParts.Button(join, Ref), Parts.Button(texts.Leave, Verbs.RitualLeave, Ref));
    }
}

internal sealed record RitualDetailsTexts(string Summary, string Asks, string Leave);
