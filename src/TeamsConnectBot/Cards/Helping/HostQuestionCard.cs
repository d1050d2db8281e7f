using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Helping;

/// <summary>Shows the pool's host a question and who asked it.</summary>
/// <param name="IsReported">Whether somebody reported it; otherwise too few people could be asked.</param>
internal sealed record HostQuestionCard(Colleague Asker, HelpQuestion Question, bool IsReported) : Card
{
    public override string Summary(Texts texts) => texts.Helping.ForHost.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Helping.ForHost;
        var name = Asker.Shown(reader.Texts);
        yield return Parts.Heading(IsReported ? texts.ReportedHeading : texts.Heading.With(("name", name)));
        yield return Question.Quoted();
        yield return Parts.Line(
            IsReported ? texts.Reported.With(("name", name)) : reader.Texts.Helping.WhatOf(Question, reader));
        yield return Parts.Note(IsReported ? texts.ReportedWhy : texts.Why);
        if (Colleague.ChatLink(reader.Cloud, [Asker]) is { } chat)
        {
            yield return Parts.Buttons(Parts.Link(reader.Texts.Common.OpenChat, chat));
        }
    }
}

internal sealed record HostQuestionTexts(
    string Summary, Template Heading, string Why, string ReportedHeading, Template Reported, string ReportedWhy);
