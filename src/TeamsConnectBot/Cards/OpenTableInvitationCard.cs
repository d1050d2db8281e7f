using NodaTime;
using TeamsConnectBot.BotFramework.Cards.Elements;
using TeamsConnectBot.BotFramework.Cards.Inputs;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>The small pool's invitation: at most three moments, the same for everyone. Its buttons are those of an invitation.</summary>
/// <param name="Missing">Why a yes was none yet; null at first.</param>
internal sealed record OpenTableInvitationCard(
    CardRef Ref,
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
        var texts = reader.Texts.OpenTableInvitation;
        var buttons = reader.Texts.Invitation;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.What.With(
            ("minutes", reader.Texts.Time.Minutes.With(Minutes)), ("place", GapChoice.Place(Place, reader.Texts))));
        yield return GapChoice.Build(buttons.Gaps, Gaps, Ticked, reader, SpansZones);
        yield return new InputToggle { Id = Inputs.OpensTable, Label = texts.OpensLabel, Title = texts.Opens, Value = "false" };
        yield return Parts.Line(texts.Promise.With(("decision", reader.Moments.Deadline(Decision))));
        yield return Parts.Note(Host.Shown(reader.Texts.Common.HostedBy));
        if (Missing is { } missing) yield return Parts.Strong(GapChoice.Problem(missing, reader.Texts));
        yield return Parts.Buttons(
            Parts.Send(buttons.Yes, Verbs.InvitationYes, Ref),
            Parts.Button(buttons.NotThisWeek, Verbs.InvitationNotThisWeek, Ref));
        yield return Parts.MoreButtons(
            Parts.Button(buttons.Pause, Verbs.InvitationPause, Ref),
            Parts.Button(buttons.Why, Verbs.InvitationWhy, Ref));
    }
}

internal sealed record OpenTableInvitationTexts(
    string Heading, Template What, string OpensLabel, string Opens, Template Promise);
