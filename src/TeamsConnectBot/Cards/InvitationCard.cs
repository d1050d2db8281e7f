using NodaTime;
using TeamsConnectBot.BotFramework.Cards.Elements;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Cards;

/// <summary>Asks when somebody can. It has no field that could name whom they would meet.</summary>
/// <param name="Missing">Why a yes was none yet; null at first.</param>
internal sealed record InvitationCard(
    CardRef Ref,
    Offer Offer,
    int Minutes,
    PlaceKind Place,
    IReadOnlyList<Interval> Gaps,
    Instant Decision,
    PoolHost Host,
    bool SpansZones,
    IReadOnlyList<int>? Ticked = null,
    YesWithout? Missing = null) : Card
{
    public override bool SaysWhatIsToCome => true;

    public override string Summary(Texts texts) => texts.Invitation.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Invitation;
        yield return Parts.Heading(reader.Texts.Offers.For(Offer).Question);
        yield return Parts.Line(texts.What.With(
            ("minutes", reader.Texts.Time.Minutes.With(Minutes)), ("place", GapChoice.Place(Place, reader.Texts))));
        yield return GapChoice.Build(texts.Gaps, Gaps, Ticked, reader, SpansZones);
        yield return Parts.Line(texts.Promise.With(("decision", reader.Moments.Deadline(Decision))));
        yield return Parts.Note(Host.Shown(reader.Texts.Common.HostedBy));
        if (Missing is { } missing) yield return Parts.Strong(GapChoice.Problem(missing, reader.Texts));
        yield return Parts.Buttons(
            Parts.Send(texts.Yes, Verbs.InvitationYes, Ref),
            Parts.Button(texts.NotThisWeek, Verbs.InvitationNotThisWeek, Ref));
        yield return Parts.MoreButtons(
            Parts.Button(texts.Pause, Verbs.InvitationPause, Ref),
            Parts.Button(texts.Why, Verbs.InvitationWhy, Ref));
    }
}

internal sealed record InvitationTexts(
    string Summary,
    Template What,
    ChoiceTexts Gaps,
    Template Promise,
    string Yes,
    string NotThisWeek,
    string Pause,
    string Why);
