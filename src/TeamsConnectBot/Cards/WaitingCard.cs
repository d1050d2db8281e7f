using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Confirms a yes: what was ticked, when the result comes, and the way back until then.</summary>
internal sealed record WaitingCard(CardRef Ref, IReadOnlyList<Interval> Ticked, Instant Decision, bool SpansZones) : Card
{
    public override bool MentionsFutureInvitations => true;

    public override string Summary(Texts texts) => texts.Waiting.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Waiting;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Gaps);
        yield return Parts.Bullets(Ticked.Select(gap => reader.Moments.Short(gap, SpansZones)));
        yield return Parts.Line(texts.Promise.With(("decision", reader.Moments.Deadline(Decision))));
        yield return Parts.Note(texts.WayBack);
        yield return Parts.Buttons(
            Parts.Button(texts.Change, Verbs.InvitationChange, Ref), Parts.Button(texts.TakeBack, Verbs.InvitationTakeBack, Ref));
    }
}

internal sealed record WaitingTexts(
    string Summary, string Heading, string Gaps, Template Promise, string WayBack, string Change, string TakeBack);
