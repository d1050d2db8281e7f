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

/// <summary>The band at one moment, with the days it rests on.</summary>
/// <param name="AsOf">The time of this status.</param>
/// <param name="Until">When there is no band any more, unless new days come in.</param>
internal sealed record BandNow(AiUseBand Band, int DaysUsed, int DaysKnown, Instant AsOf, Instant Until);

/// <summary>Asks about one's own week with AI, seen by nobody else: first for consent, then for the answer.</summary>
/// <param name="Counts">Whether the person allowed their answer to be used.</param>
/// <param name="Kept">What is stored of an answer; null when there is none.</param>
/// <param name="Band">How it counts now, from every source they allowed; null when too little is known.</param>
internal sealed record SelfReportCard(CardRef Ref, bool Counts, ReportKept? Kept, BandNow? Band = null) : Card
{
    public override string Summary(Texts texts) => texts.SelfReport.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.SelfReport;
        yield return Parts.Heading(texts.Heading);
        if (Band is { } band)
        {
            yield return Parts.Line(reader.Texts.Why.Facts.AiUse.For(band.Band));
            yield return Parts.Note(texts.Band.With(
                ("today", reader.Moments.Date(band.AsOf)), ("used", $"{band.DaysUsed}"), ("days", $"{band.DaysKnown}"),
                ("date", reader.Moments.Date(band.Until))));
        }

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
/// <param name="Band">What a band rests on, after the sentence that says which it is.</param>
/// <param name="KeptDays">The text for when the remaining days no longer show which answer it was.</param>
internal sealed record SelfReportTexts(
    string Summary, string Heading, string Ask, string Allow, Template Kept, Template KeptDays, Template Band, string Private,
    string ALot, string NowAndThen, string Hardly, string Clear)
{
    public string For(SelfReportedUse use) => EnumTexts.Of<string>(this, use);
}
