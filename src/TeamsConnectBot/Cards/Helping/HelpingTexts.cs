using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Cards.Helping;

/// <summary>Everything said about questions to colleagues.</summary>
/// <param name="What">How long, by when and in which language.</param>
/// <param name="NoteSummary">The notification for news about a question; the same for every kind of news.</param>
internal sealed record HelpingTexts(
    Template What, string NoteSummary, AskFormTexts Form, HelpProblemTexts Problems, AskPreviewTexts Preview, QuestionSentTexts Sent,
    WithHostTexts WithHost, HelpOfferTexts Offer, HelpTakenTexts Taken, HelpNotesTexts Notes, NobodyFoundTexts NobodyFound,
    HostQuestionTexts ForHost, DidItHelpTexts DidItHelp, ThankHelperTexts Thank, HelpRefusalTexts Refusals, AskMeTooTexts AskMeToo)
{
    public string WhatOf(HelpQuestion question, Reader reader) => What.With(
        ("minutes", reader.Texts.Time.Minutes.With(question.Minutes)),
        ("until", reader.Moments.Moment(question.Until)),
        ("language", question.LanguageName(reader.Texts)));
}

/// <summary>What is wrong with what was typed, and what would be right.</summary>
/// <param name="TooLong">With how many characters there are, and how many there may be.</param>
/// <param name="Passed">With the moment, and the earliest that can be chosen.</param>
/// <param name="TooNear">With the moment, and the earliest that can be chosen.</param>
/// <param name="TooFar">With the moment, and the latest that can be chosen.</param>
/// <param name="NoRoom">With when the asker hears, the deadline, and how long.</param>
internal sealed record HelpProblemTexts(
    string Empty, Template TooLong, string Link, string Mention, Template Minutes, Template Passed, Template TooNear, Template TooFar,
    Template NoRoom)
{
    /// <summary>What is wrong with somebody's own words, other than that there are none.</summary>
    /// <param name="most">The most characters there may be.</param>
    public string OfWords(OwnWordsProblem problem, string text, int most) => problem switch
    {
        OwnWordsProblem.TooLong => TooLong.With(
            ("count", $"{(OwnWords.LengthOf(text) is var length && length > most ? length : text.Length)}"), ("most", $"{most}")),
        OwnWordsProblem.Link => Link,
        OwnWordsProblem.Mention => Mention,
        _ => Empty,
    };
}
