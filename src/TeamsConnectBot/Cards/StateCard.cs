using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>The state that is shown when a card can no longer do what it offered.</summary>
internal enum CardState
{
    AnswersClosed,
    LeftOut,
    CalledOff,
    Over,
    AlreadyAnswered,
    NotTakingPart,
    NoInvitationYet,

    /// <summary>Somebody typed yes or no, but no question is open.</summary>
    NothingOpen,
    NoMeeting,

    /// <summary>What the card is about was erased, or is older than the retention period.</summary>
    Gone,
    NotYours,

    /// <summary>A dependency failed; nothing was saved.</summary>
    TryAgain,
}

/// <summary>The answer to a click on an old card: the current state, never an error.</summary>
internal sealed record StateCard(CardState State) : Card
{
    public override Audience Audience => Audience.AskerFirst;

    public override string Summary(Texts texts) => texts.State.For(State).Heading;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.State.For(State);
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line);
    }
}

internal sealed record StateLine(string Heading, string Line);

/// <param name="Working">Shown when an answer takes longer than Teams waits.</param>
/// <param name="Failed">Shown after that when the answer could not be given.</param>
/// <param name="Standstill">Shown on cards about future invitations while everything is stopped.</param>
internal sealed record StateTexts(
    StateLine AnswersClosed, StateLine LeftOut, StateLine CalledOff, StateLine Over, StateLine AlreadyAnswered, StateLine NotTakingPart,
    StateLine NoInvitationYet, StateLine NothingOpen, StateLine NoMeeting, StateLine Gone, StateLine NotYours, StateLine TryAgain,
    string Working, string Failed, string Standstill)
{
    public StateLine For(CardState state) => EnumTexts.Of<StateLine>(this, state);
}
