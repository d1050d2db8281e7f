using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Helping;

/// <summary>A short note about a question, with nothing left to choose.</summary>
internal enum HelpNote
{
    /// <summary>To the asker: the question was shown but not sent.</summary>
    NotSent,

    /// <summary>To the asker: it was taken back.</summary>
    TakenBack,

    /// <summary>To somebody who was asked: their own 'not this time'.</summary>
    NotNow,

    /// <summary>To somebody who said yes: who it is follows.</summary>
    YesNoted,

    /// <summary>To somebody who was asked: a colleague helps already.</summary>
    TakenCareOf,

    /// <summary>To somebody who said yes just after somebody else.</summary>
    JustTaken,

    /// <summary>To somebody who was asked: taken back, or the asker left.</summary>
    NoLongerNeeded,

    /// <summary>To somebody who was asked: the time to answer is over.</summary>
    Closed,

    /// <summary>To whoever reported a question.</summary>
    Reported,

    /// <summary>To the asker, after 'did it help?' without an appointment that took place.</summary>
    HelpedNoted,

    /// <summary>To the asker: the thanks were delivered.</summary>
    ThanksDelivered,
}

internal sealed record HelpNoteCard(HelpNote Note) : Card
{
    public override string Summary(Texts texts) => texts.Helping.NoteSummary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Helping.Notes.For(Note);
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line);
    }
}

internal sealed record HelpNotesTexts(
    StateLine NotSent, StateLine TakenBack, StateLine NotNow, StateLine YesNoted, StateLine TakenCareOf, StateLine JustTaken,
    StateLine NoLongerNeeded, StateLine Closed, StateLine Reported, StateLine HelpedNoted, StateLine ThanksDelivered)
{
    public StateLine For(HelpNote note) => EnumTexts.Of<StateLine>(this, note);
}
