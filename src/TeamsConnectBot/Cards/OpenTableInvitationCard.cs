using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Cards;

/// <summary>The invitation of a small pool: at most three moments, the same for everyone. It has the buttons of an invitation.</summary>
/// <param name="Missing">Why a yes was incomplete; null at first.</param>
/// <param name="Opens">Whether they said they would open the table in the yes that they are changing.</param>
internal sealed record OpenTableInvitationCard(
    CardRef Ref, Offer Offer, int Minutes, PlaceKind Place, IReadOnlyList<Interval> Gaps, Instant Decision, PoolHost Host, bool SpansZones,
    IReadOnlyList<int>? Ticked = null, YesWithout? Missing = null, bool Opens = false) : Card
{
    public override bool MentionsFutureInvitations => true;

    public override string Summary(Texts texts) => texts.Invitation.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.OpenTableInvitation;
        var invitation = reader.Texts.Invitation;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(
            reader.Texts.Offers.For(Offer).OpenTable + " " + GapChoice.What(invitation.What, Minutes, Place, reader.Texts));
        yield return GapChoice.Build(invitation.Gaps, Gaps, Ticked, reader, SpansZones);
        yield return new InputToggle
        {
            Id = Inputs.OpensTable, Label = texts.OpensLabel, Title = texts.Opens, Value = Opens ? "true" : "false",
        };
        yield return Parts.Line(texts.Promise.With(("decision", reader.Moments.Deadline(Decision))));
        foreach (var element in invitation.Ending(reader.Texts, Host, Missing, Ref))
        {
            yield return element;
        }
    }
}

internal sealed record OpenTableInvitationTexts(string Heading, string OpensLabel, string Opens, Template Promise);
