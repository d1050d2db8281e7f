using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>Every one-sentence message about rituals.</summary>
internal enum RitualNotice
{
    Welcome, Unknown, Discarded, Expired, Closed, NotYourDraft, ChangedMeanwhile, NameTaken, NoRituals, NotFound, NothingLeft, NoSuchTime,
    Undone, UndoTooLate, UndoLaterFirst, NothingToUndo, InCalendar, OutOfCalendar, HostIs, Missed, Back, VoteOpened, VoteNoted, VoteClosed,
    VoteRunning, NoAgreements, CharterTooFew, ZoneIs, LanguageIs, ChannelGone, BroughtHere, NothingToBring, OnlyHere, TooManyWords,
    NotUnderstood, CalendarBehind, AskerAlone, IsAQuestion, QuestionsUsedUp,
}

/// <param name="Name">The name of a ritual or channel, where the sentence has one; never a person's, because nothing edits the card when
/// they are erased.</param>
/// <param name="Detail">A moment or a sentence, where the sentence has one.</param>
internal sealed record RitualNoticeCard(RitualNotice Notice, string? Name = null, string? Detail = null) : Card
{
    // Nothing happened, or only something in the asker's own calendar.
    public override Audience Audience => Notice switch
    {
        RitualNotice.Unknown or RitualNotice.NotUnderstood or RitualNotice.TooManyWords or RitualNotice.NoRituals or RitualNotice.NotFound
            or RitualNotice.NothingLeft or RitualNotice.NoSuchTime or RitualNotice.NameTaken or RitualNotice.UndoTooLate
            or RitualNotice.UndoLaterFirst or RitualNotice.NothingToUndo or RitualNotice.NothingToBring or RitualNotice.InCalendar
            or RitualNotice.OutOfCalendar or RitualNotice.IsAQuestion => Audience.AskerFirst,
        _ => Audience.Everybody,
    };

    public override string Summary(Texts texts) => texts.Ritual.NoticeSummary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Ritual.Notices.GetValueOrDefault(Notice.ToString())
            ?? throw new InvalidOperationException($"'{reader.Texts.Language}' has no words for {Notice}.");
        yield return Parts.Heading(Fill(texts.Heading, reader.Texts));
        yield return Parts.Line(Fill(texts.Line, reader.Texts));
    }

    private string Fill(Template text, Texts texts)
    {
        var values = new List<(string, string)>();
        if (text.Placeholders.Contains("name"))
        {
            values.Add(("name", Name is null ? texts.Common.Colleague : MarkdownText.Escape(Name)));
        }

        if (text.Placeholders.Contains("detail"))
        {
            values.Add(("detail", MarkdownText.Escape(Detail ?? "")));
        }

        return text.With([.. values]);
    }
}

internal sealed record RitualNoticeTexts(Template Heading, Template Line);
