using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Helping;

/// <summary>Why a question can't be asked now.</summary>
internal enum HelpRefusal
{
    /// <summary>One question of the person is open.</summary>
    OneIsOpen,

    /// <summary>It is not switched on in the person's pool.</summary>
    NotHere,

    /// <summary>Nobody has decided yet whether the app may be used at all.</summary>
    NotAgreed,

    /// <summary>The directory does not answer, so it cannot be said who could be asked.</summary>
    TryLater,

    /// <summary>The deadline came so near while the question was shown that nobody could be asked in time.</summary>
    TooLate,

    /// <summary>Everything is stopped.</summary>
    Stopped,

    /// <summary>The person has paused.</summary>
    Paused,
}

/// <summary>Says why, what would help, and repeats what was typed so that it isn't lost.</summary>
/// <param name="Words">What was typed; null when nothing was.</param>
internal sealed record HelpRefusedCard(CardRef Ref, HelpRefusal Reason, string? Words = null) : Card
{
    public override string Summary(Texts texts) => texts.UnknownInput.Summary;

    public override string ToString() => $"a refused question ({Reason})";

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Helping.Refusals;
        var why = texts.For(Reason);
        yield return Parts.Heading(why.Heading);
        yield return Parts.Line(why.Line);
        if (!string.IsNullOrEmpty(Words))
        {
            yield return Parts.Tight(texts.Typed);
            yield return OwnWordsBox.Of(Words);
        }

        if (Reason == HelpRefusal.Paused)
        {
            yield return Parts.Buttons(Parts.Button(reader.Texts.Paused.Resume, Verbs.Resume, Ref));
        }
    }
}

internal sealed record HelpRefusalTexts(
    StateLine OneIsOpen, StateLine NotHere, StateLine NotAgreed, StateLine TryLater, StateLine TooLate, StateLine Stopped,
    StateLine Paused, string Typed)
{
    public StateLine For(HelpRefusal reason) => EnumTexts.Of<StateLine>(this, reason);
}
