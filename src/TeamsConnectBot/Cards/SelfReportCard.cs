using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Cards;

/// <summary>What is stored of somebody's own report.</summary>
/// <param name="Use">What they answered; null when the remaining days no longer show it.</param>
/// <param name="DaysUsed">How many of the stored days are days with AI.</param>
/// <param name="Days">How many days are stored.</param>
/// <param name="AsOf">The time of this status, because the card stays in the chat.</param>
/// <param name="Until">When the last of it expires.</param>
internal sealed record ReportKept(SelfReportedUse? Use, int DaysUsed, int Days, Instant AsOf, Instant Until);

/// <summary>Asks about one's own week with AI, seen by nobody else: first for consent, then for the answer.</summary>
/// <param name="Counts">Whether the person allowed their answer to be used.</param>
/// <param name="Kept">What is stored of an answer; null when there is none.</param>
internal sealed record SelfReportCard(CardRef Ref, bool Counts, ReportKept? Kept) : Card
{
    public override string Summary(Texts texts) => texts.SelfReport.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.SelfReport;
        yield return Parts.Heading(texts.Heading);
        if (!Counts)
        {
            yield return Parts.Line(texts.Ask);
            yield return Parts.Note(texts.Private);
            yield return Parts.Buttons(Parts.Button(texts.Allow, Verbs.AllowOwnWord, Ref));
            yield break;
        }

        if (Kept is { } kept)
        {
            yield return Parts.Line(Said(kept, reader));
        }

        yield return Parts.Note(texts.Private);
        yield return Parts.Buttons(
            Parts.Button(Title(texts.ALot, SelfReportedUse.ALot), Verbs.ReportALot, Ref),
            Parts.Button(Title(texts.NowAndThen, SelfReportedUse.NowAndThen), Verbs.ReportNowAndThen, Ref),
            Parts.Button(Title(texts.Hardly, SelfReportedUse.Hardly), Verbs.ReportHardly, Ref));
        yield return Parts.MoreButtons(Parts.Button(texts.Clear, Verbs.ClearReport, Ref));
    }

    private static string Said(ReportKept kept, Reader reader)
    {
        var texts = reader.Texts.SelfReport;
        (string, string)[] days =
        [
            ("today", reader.Moments.Date(kept.AsOf)), ("used", $"{kept.DaysUsed}"),
            ("days", $"{kept.Days}"), ("date", reader.Moments.Date(kept.Until)),
        ];
        return kept.Use is { } use ? texts.Kept.With([.. days, ("answer", texts.For(use))]) : texts.KeptDays.With(days);
    }

    private string Title(string text, SelfReportedUse use) => Kept?.Use == use ? $"✓ {text}" : text;
}

/// <param name="Kept">The text with the answer that was given.</param>
/// <param name="KeptDays">The text for when the remaining days no longer show which answer it was.</param>
internal sealed record SelfReportTexts(
    string Summary, string Heading, string Ask, string Allow, Template Kept, Template KeptDays, string Private,
    string ALot, string NowAndThen, string Hardly, string Clear)
{
    public string For(SelfReportedUse use) => EnumTexts.Of<string>(this, use);
}
