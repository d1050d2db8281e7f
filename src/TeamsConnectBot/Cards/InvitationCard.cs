using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Cards;

/// <summary>Asks when somebody is available. It has no field that could name whom they would meet.</summary>
/// <param name="Missing">Why a yes was incomplete; null at first.</param>
/// <param name="ForLunch">The indexes of gaps in the pool's lunch break, which are for lunch while the others are for the offer.</param>
/// <param name="Side">As whom they are asked in a pool with two sides. Nothing on the card depends on the other side.</param>
internal sealed record InvitationCard(
    CardRef Ref, Offer Offer, int Minutes, PlaceKind Place, IReadOnlyList<Interval> Gaps, Instant Decision, PoolHost Host, bool SpansZones,
    IReadOnlyList<int>? Ticked = null, YesWithout? Missing = null, IReadOnlyList<int>? ForLunch = null, AskedSide? Side = null) : Card
{
    public override bool MentionsFutureInvitations => true;

    public override string Summary(Texts texts) => texts.Invitation.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Invitation;
        yield return Parts.Heading(reader.Texts.Offers.For(Offer).Question);
        if (Side is { } side)
        {
            yield return Parts.Line(texts.AskedAs.With(("side", MarkdownText.Escape(side.Name))));
        }

        yield return Parts.Line(GapChoice.What(texts.What, Minutes, Place, reader.Texts));
        if (Offer == Offer.Learning)
        {
            yield return Parts.Line(texts.Learning);
        }

        if (Side is { MostMeetings: > 1 and var most })
        {
            yield return Parts.Line(texts.Several.With(("most", $"{most}")));
        }

        yield return GapChoice.Build(texts.Gaps, Gaps, Ticked, reader, SpansZones, ForLunch);
        yield return Parts.Line(texts.Promise.With(("decision", reader.Moments.Deadline(Decision))));
        foreach (var element in texts.Ending(reader.Texts, Host, Missing, Ref))
        {
            yield return element;
        }
    }
}

internal sealed record InvitationTexts(
    string Summary, Template AskedAs, Template What, string Learning, Template LunchGap, Template Several, ChoiceTexts Gaps,
    Template Promise, string Yes, string NotThisWeek, string Pause, string Why)
{
    /// <summary>The host and the buttons, with which every invitation ends.</summary>
    public IEnumerable<CardElement> Ending(Texts texts, PoolHost host, YesWithout? missing, CardRef card)
    {
        yield return Parts.Note(host.Shown(texts.Common.HostedBy));
        if (missing is { } problem)
        {
            yield return Parts.Strong(GapChoice.Problem(problem, texts));
        }

        yield return Parts.Buttons(
            Parts.Send(Yes, Verbs.InvitationYes, card), Parts.Button(NotThisWeek, Verbs.InvitationNotThisWeek, card));
        yield return Parts.MoreButtons(Parts.Button(Pause, Verbs.InvitationPause, card), Parts.Button(Why, Verbs.InvitationWhy, card));
    }
}
