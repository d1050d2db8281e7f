using TeamsConnectBot.BotFramework.Cards.Elements;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Where things stand for somebody who clicks a card that can no longer do what it offered.</summary>
internal enum CardState
{
    AnswersClosed,
    LeftOut,
    CalledOff,
    Over,
    AlreadyAnswered,
    NotTakingPart,
    NoInvitationYet,

    /// <summary>A yes or a no to which there is no question.</summary>
    NothingOpen,
    NoMeeting,

    /// <summary>Erased, or older than anything kept.</summary>
    Gone,
    NotYours,

    /// <summary>Something behind us failed; nothing was saved.</summary>
    TryAgain,
}

/// <summary>The answer of an old card: its current state, never an error.</summary>
internal sealed record StateCard(CardState State) : Card
{
    public override string Summary(Texts texts) => texts.State.For(State).Heading;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.State.For(State);
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line);
    }
}

internal sealed record StateLine(string Heading, string Line);

/// <param name="Working">Said while an answer takes longer than Teams waits for.</param>
/// <param name="Standstill">Said on cards about what is to come, while everything is stopped.</param>
internal sealed record StateTexts(
    StateLine AnswersClosed,
    StateLine LeftOut,
    StateLine CalledOff,
    StateLine Over,
    StateLine AlreadyAnswered,
    StateLine NotTakingPart,
    StateLine NoInvitationYet,
    StateLine NothingOpen,
    StateLine NoMeeting,
    StateLine Gone,
    StateLine NotYours,
    StateLine TryAgain,
    string Working,
    string Standstill)
{
    public StateLine For(CardState state) => state switch
    {
        CardState.AnswersClosed => AnswersClosed,
        CardState.LeftOut => LeftOut,
        CardState.CalledOff => CalledOff,
        CardState.Over => Over,
        CardState.AlreadyAnswered => AlreadyAnswered,
        CardState.NotTakingPart => NotTakingPart,
        CardState.NoInvitationYet => NoInvitationYet,
        CardState.NothingOpen => NothingOpen,
        CardState.NoMeeting => NoMeeting,
        CardState.Gone => Gone,
        CardState.NotYours => NotYours,
        CardState.TryAgain => TryAgain,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No texts for this state."),
    };
}
