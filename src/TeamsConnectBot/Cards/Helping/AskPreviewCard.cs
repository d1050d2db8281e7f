using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Helping;

/// <summary>Shows a question in full before anything is sent, and says what happens to it.</summary>
/// <param name="HearBy">When the asker hears at the latest.</param>
/// <param name="Host">The pool's host, who sees question and author when it is reported.</param>
/// <param name="ToHost">Whether too few people could be asked, so that it goes to the host at once, with the asker's name.</param>
internal sealed record AskPreviewCard(CardRef Ref, HelpQuestion Question, Instant HearBy, Colleague Host, bool ToHost = false) : Card
{
    public override string Summary(Texts texts) => texts.Helping.Preview.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Helping.Preview;
        var host = Host.Shown(reader.Texts);
        yield return Parts.Heading(texts.Heading);
        yield return Question.Quoted();
        yield return Parts.Line(reader.Texts.Helping.WhatOf(Question, reader));
        if (ToHost)
        {
            yield return Parts.Strong(texts.ToHost.With(("host", host)));
        }
        else
        {
            yield return Parts.Strong(texts.OwnWords);
            yield return Parts.Line(texts.Hear.With(("hear", reader.Moments.Moment(HearBy)), ("host", host)));
            yield return Parts.Note(texts.Report.With(("host", host)));
        }

        yield return Parts.Buttons(Parts.Send(texts.Send, Verbs.HelpSend, Ref), Parts.Button(texts.Change, Verbs.HelpAsk, Ref));
        yield return Parts.MoreButtons(Parts.Button(texts.Discard, Verbs.HelpWithdraw, Ref));
    }
}

internal sealed record AskPreviewTexts(
    string Summary, string Heading, string OwnWords, Template Hear, Template Report, Template ToHost, string Send, string Change,
    string Discard);
