using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>What was done, with the way back for 24 hours.</summary>
/// <param name="When">The schedule in full; null when there is none to say.</param>
internal sealed record RitualDoneCard(CardRef Ref, ChangeWords What, string Name, string? When, bool CanUndo) : Card
{
    public override string Summary(Texts texts) => texts.Ritual.Done.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Ritual;
        yield return Parts.Heading(texts.Changes.For(What).Done.With(("name", MarkdownText.Escape(Name))));
        if (When is not null) yield return Parts.Line(MarkdownText.Escape(When));
        if (!CanUndo) yield break;

        yield return Parts.Note(texts.Done.UndoUntil);
        yield return Parts.Buttons(Parts.Button(texts.Done.Undo, Verbs.RitualUndo, Ref));
    }
}

internal sealed record RitualDoneTexts(string Summary, string UndoUntil, string Undo);
