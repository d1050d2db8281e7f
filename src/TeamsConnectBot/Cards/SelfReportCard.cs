using NodaTime;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>One tap to tell about one's own week; seen by nobody else.</summary>
/// <param name="KeptUntil">When the report now held expires; null when there is none.</param>
internal sealed record SelfReportCard(CardRef Ref, Instant? KeptUntil) : Card
{
    public override string Summary(Texts texts) => texts.SelfReport.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.SelfReport;
        yield return Parts.Heading(texts.Heading);
        if (KeptUntil is { } until) yield return Parts.Line(texts.Kept.With(("date", reader.Moments.Date(until))));
        yield return Parts.Note(texts.Private);
        yield return Parts.Buttons(
            Parts.Button(texts.ALot, Verbs.ReportALot, Ref),
            Parts.Button(texts.NowAndThen, Verbs.ReportNowAndThen, Ref),
            Parts.Button(texts.Hardly, Verbs.ReportHardly, Ref));
        if (KeptUntil is not null)
            yield return Parts.MoreButtons(Parts.Button(texts.Clear, Verbs.ClearReport, Ref));
    }
}

internal sealed record SelfReportTexts(
    string Summary, string Heading, Template Kept, string Private, string ALot, string NowAndThen, string Hardly, string Clear);
