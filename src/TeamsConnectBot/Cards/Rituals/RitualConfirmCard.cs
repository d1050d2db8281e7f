using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>Describes in full what is about to happen, before anything is saved.</summary>
/// <param name="Name">As typed.</param>
/// <param name="When">The schedule in full.</param>
/// <param name="Was">The current schedule; null for a new ritual.</param>
/// <param name="ByVote">Whether the team votes first.</param>
/// <param name="Notes">What one might overlook, such as a weekend; one sentence each.</param>
/// <param name="IsPost">Whether it is a question instead of a meeting, so that no calendar changes.</param>
internal sealed record RitualConfirmCard(
    CardRef Ref, ChangeWords What, string Name, string When, string? Was, bool ByVote, IReadOnlyList<string>? Notes = null,
    bool IsPost = false) : Card
{
    public override string Summary(Texts texts) => texts.Ritual.Confirm.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Ritual.Confirm;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(reader.Texts.Ritual.Changes.For(What).Asked.With(("name", MarkdownText.Escape(Name))));
        yield return Parts.Strong(MarkdownText.Escape(When));
        foreach (var note in Notes ?? [])
        {
            yield return Parts.Line(MarkdownText.Escape(note));
        }

        if (Was is not null)
        {
            yield return Parts.Note(texts.Was.With(("when", MarkdownText.Escape(Was))));
        }

        if (IsPost && What == ChangeWords.Create)
        {
            yield return Parts.Line(reader.Texts.Ritual.Posted.Confirm);
        }

        yield return Parts.Note(
            ByVote ? texts.Votes : IsPost ? texts.Undo : $"{reader.Texts.Ritual.Changes.For(What).Calendar} {texts.Undo}");
        yield return Parts.Buttons(
            Parts.Button(ByVote ? texts.AskTeam : texts.Save, Verbs.RitualConfirm, Ref),
            Parts.Button(texts.Discard, Verbs.RitualDiscard, Ref));
        if (What is ChangeWords.Create or ChangeWords.Move)
        {
            yield return Parts.MoreButtons(
            Parts.Button(texts.Correct, Verbs.RitualOpenForm, Ref));
        }
    }
}

internal sealed record RitualConfirmTexts(
    string Summary, string Heading, Template Was, string Votes, string Undo, string Save, string AskTeam, string Discard, string Correct,
    string Suggestion, Template Off, Template OffMany, Template Then, Template Instead, string Weekend, string AlsoWeekend,
    Template DayOff, Template DayOffSkipped, Template Lapsing, Template LapsingMore);
