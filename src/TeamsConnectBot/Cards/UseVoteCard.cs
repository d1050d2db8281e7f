using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>The participants' secret vote on using the bot.</summary>
/// <param name="Ref">The vote, with the reader's nonce.</param>
/// <param name="Until">When it closes.</param>
/// <param name="State">What the reader can still do.</param>
internal sealed record UseVoteCard(CardRef Ref, Instant Until, UseVoteState State) : Card
{
    public override string Summary(Texts texts) => texts.Office.Vote.Heading;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Office.Vote;
        yield return Parts.Heading(texts.Heading);
        if (State != UseVoteState.Open)
        {
            yield return Parts.Line(texts.For(State));
            yield break;
        }

        yield return Parts.Line(texts.Question);
        yield return Parts.Line(texts.Decides.With(("moment", reader.Moments.Moment(Until))));
        yield return Parts.Note(texts.Secret);
        yield return Parts.Buttons(Parts.Button(texts.Yes, Verbs.UseVoteYes, Ref), Parts.Button(texts.No, Verbs.UseVoteNo, Ref));
    }
}

internal enum UseVoteState
{
    Open,

    /// <summary>The reader has voted.</summary>
    Voted,

    /// <summary>Voting is closed, and the votes are being counted.</summary>
    Closed,

    Approved,
    Refused,

    /// <summary>The reader joined after it opened.</summary>
    JoinedLater,
}
