using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Helping;

/// <summary>Asks somebody who may be able to help. It has no field that could name the asker; the host reads what is reported.</summary>
/// <param name="Gaps">The reader's own free moments, one to three.</param>
/// <param name="Closes">When the question closes for the reader.</param>
/// <param name="Host">The name of the pool's host.</param>
/// <param name="SpansZones">Whether times name the zone.</param>
/// <param name="Missing">Why a yes was incomplete; null at first.</param>
/// <param name="Passed">How many of the moments, from the first, have passed; they are not shown.</param>
internal sealed record HelpOfferCard(
    CardRef Ref, HelpQuestion Question, PlaceKind Place, IReadOnlyList<Interval> Gaps, Instant Closes, PoolHost Host,
    bool SpansZones = false, YesWithout? Missing = null, int Passed = 0) : Card
{
    public override string Summary(Texts texts) => texts.Helping.Offer.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Helping.Offer;
        yield return Parts.Heading(texts.Heading);
        yield return Question.Quoted();
        yield return Parts.Line(texts.What.With(
            ("minutes", reader.Texts.Time.Minutes.With(Question.Minutes)), ("place", PlaceWords.Of(Place, reader.Texts)),
            ("language", Question.LanguageName(reader.Texts))));
        yield return new InputChoiceSet
        {
            Id = Inputs.Slot, Label = texts.Slot.Label, ErrorMessage = texts.Slot.Error, IsRequired = true,
            Style = ChoiceInputStyle.Expanded,
            Choices =
            [
                .. Gaps.Index().Skip(Passed).Select(gap => new Choice(reader.Moments.Short(gap.Item, SpansZones), $"{gap.Index}")),
            ],

            // A single moment is chosen in advance, so that pressing the button is enough.
            Value = Gaps.Count - Passed == 1 ? $"{Passed}" : null,
        };
        yield return Parts.Line(texts.Promise);
        yield return Parts.Note(
            texts.Closes.With(("closes", reader.Moments.Moment(Closes))) + " "
            + texts.AboutReport.With(("host", MarkdownText.Escape(Host.Name))));
        if (Missing is { } problem)
        {
            yield return Parts.Strong(
                problem == YesWithout.Anything ? reader.Texts.Preferences.NothingCame
                : Passed > 0 ? texts.PassedMoment
                : texts.Slot.Error);
        }

        yield return Parts.Buttons(Parts.Send(texts.Yes, Verbs.HelpYes, Ref), Parts.Button(texts.NotNow, Verbs.HelpNotNow, Ref));
        yield return Parts.MoreButtons(Parts.Button(texts.Report, Verbs.HelpReport, Ref));
    }
}

internal sealed record HelpOfferTexts(
    string Summary, string Heading, Template What, ChoiceTexts Slot, string PassedMoment, string Promise, Template Closes,
    Template AboutReport, string Yes, string NotNow, string Report);
