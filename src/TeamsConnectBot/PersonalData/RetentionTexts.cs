namespace TeamsConnectBot.PersonalData;

/// <summary>The retention periods in words, as <c>docs/what-we-store.md</c> has them.</summary>
internal static class RetentionTexts
{
    /// <summary>This also ends 90 days after they stop taking part, or 180 days after Teams began to refuse messages to them.</summary>
    public const string WhileThere = "while they have the app";
    public const string WhileBothThere = "while they have the app, and until the colleague is erased";
    public const string AYear = "365 days after its round began";
    public const string AYearMet = "365 days after its round began, or after it took place when it came of a question";
    public const string AYearSent = "365 days after it was sent, or was due when it was not";
    public const string ThisMonth = "until the month is over";
    public const string WhileWatched =
        "while the settings, the works council and the person allow it; ended at once when the person withdraws";
    public const string TwoWeeks = "14 days, and at once when the consent is withdrawn";
    public const string TenDays = "10 days after the answers closed";
    public const string AMonth = "until the next connection, 28 days at most";
    public const string RitualThere = "while they take part in the ritual, 30 days after it ended at most";
    public const string OccurrencePast = "30 days after it took place";
    public const string SevenDays = "7 days after its end, a draft for a day";
    public const string WithQuestion = "7 days after the end of the question";
    public const string OneDay = "until it is confirmed or dropped, the night after 24 hours at most";
    public const string UndoTime = "the night after undoing it is no longer possible";
    public const string UntilPastAndReported =
        "the night after it has passed; 14 days later when the organisation's sources on days with AI are allowed";
    public const string UntilChosen = "the night after the choice";
    public const string UntilCarriedOut = "until it is carried out, at most half an hour";
    public const string UntilMeetingTime = "until the time of the meeting has passed, or the night after at the latest";
    public const string UntilCounted = "until the vote is counted";
    public const string UntilPublished = "until it is published or thrown away";
    public const string WhileInUse = "as long as the bot is used; what was done in a role is not erased by 'forget me'";
}
