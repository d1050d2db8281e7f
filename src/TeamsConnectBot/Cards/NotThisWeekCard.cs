using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Confirms 'not this week', with a way back while answers are still open.</summary>
internal sealed record NotThisWeekCard(CardRef Ref, bool StillOpen) : Card
{
    public override bool MentionsFutureInvitations => true;

    public override string Summary(Texts texts) => texts.NotThisWeek.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.NotThisWeek;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line);
        if (StillOpen)
        {
            yield return Parts.Buttons(Parts.Button(texts.Back, Verbs.InvitationShow, Ref));
        }
    }
}

internal sealed record NotThisWeekTexts(string Summary, string Heading, string Line, string Back);
