using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Confirms that somebody asked for company: they go first in the next round, and can take it back.</summary>
/// <param name="EndedPause">Whether asking ended a pause.</param>
/// <param name="NamedSomebody">Whether they asked for somebody by name. That is not possible, because the other could not decline
/// unseen.</param>
internal sealed record AskedCard(CardRef Ref, bool EndedPause = false, bool NamedSomebody = false) : Card
{
    public override bool MentionsFutureInvitations => true;

    public override string Summary(Texts texts) => texts.Asked.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Asked;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line);
        if (NamedSomebody)
        {
            yield return Parts.Line(texts.NoNames);
        }

        if (EndedPause)
        {
            yield return Parts.Line(texts.PauseEnded);
        }

        yield return Parts.Note(texts.Private);
        yield return Parts.Buttons(
            Parts.Button(texts.TakeBack, Verbs.TakeBackAsk, Ref), Parts.Button(texts.Preferences, Verbs.OpenPreferences, Ref));
    }
}

internal sealed record AskedTexts(
    string Summary, string Heading, string Line, string NoNames, string PauseEnded, string Private, string TakeBack, string Preferences);
