using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>Confirms a change, with a way to undo it for 24 hours.</summary>
/// <param name="When">The schedule in full; null when there is none.</param>
/// <param name="Join">The ritual, for whoever wants to join; null when it is not new.</param>
internal sealed record RitualDoneCard(CardRef Ref, ChangeWords What, string Name, string? When, bool CanUndo, CardRef? Join = null) : Card
{
    public override string Summary(Texts texts) => texts.Ritual.Done.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Ritual;
        yield return Parts.Heading(texts.Changes.For(What).Done.With(("name", MarkdownText.Escape(Name))));
        if (When is not null)
        {
            yield return Parts.Line(MarkdownText.Escape(When));
        }

        if (Join is not null)
        {
            foreach (var element in JoinParts.Words(texts.Join))
            {
                yield return element;
            }

            yield return Parts.Buttons(JoinParts.Button(texts.Join, Join));
        }

        if (!CanUndo)
        {
            yield break;
        }

        yield return Parts.Note(texts.Done.UndoUntil);
        yield return Parts.Buttons(Parts.Button(texts.Done.Undo, Verbs.RitualUndo, Ref));
    }
}

internal sealed record RitualDoneTexts(string Summary, string UndoUntil, string Undo);
