namespace TeamsConnectBot.Cards;

/// <summary>The keys of a card's inputs in a click's data, besides <c>id</c> and <c>nonce</c>.</summary>
internal static class Inputs
{
    /// <summary>The indexes of the ticked slots in the invitation, separated by commas.</summary>
    public const string Gaps = "gaps";

    /// <summary>Whether the person volunteers to host the open table: <c>true</c> or <c>false</c>.</summary>
    public const string OpensTable = "opensTable";

    /// <summary>The index of the other slot that suits.</summary>
    public const string Moment = "moment";

    /// <summary>The sentence for the other when calling off: the name of a <c>CallOffSentence</c>, or anything else for none.</summary>
    public const string Sentence = "sentence";

    /// <summary>A colleague picked from the organisation: their Entra object id.</summary>
    public const string Picked = "picked";

    /// <summary>A colleague's name or address, as typed.</summary>
    public const string Colleague = "colleague";

    /// <summary>The ids of the do-not-match entries to remove, separated by commas.</summary>
    public const string Wishes = "wishes";

    /// <summary>How many minutes of help somebody asks for.</summary>
    public const string HelpMinutes = "minutes";

    /// <summary>By which day somebody wants to be helped: an ISO date.</summary>
    public const string HelpDay = "day";
    public const string HelpTime = "time";
    public const string HelpLanguage = "language";

    /// <summary>Whether one may be asked for help: <c>off</c>, <c>topics</c> or <c>anything</c>.</summary>
    public const string AskMeChoice = "askMe";

    /// <summary>What one may be asked about, in the person's own words, separated by commas.</summary>
    public const string AskMeTopics = "askMeTopics";

    public const string AllowGaps = "allowGaps";
    public const string AllowAiUse = "allowAiUse";
    public const string AllowSources = "allowSources";
    public const string Languages = "languages";
    public const string Days = "days";
    public const string From = "from";
    public const string Until = "until";
    public const string OfficeDays = "officeDays";
    public const string Places = "places";
    public const string Kinds = "kinds";
    public const string Weeks = "weeks";
    public const string Company = "company";
    public const string OtherDepartment = "otherDepartment";

    /// <summary>Keys of the listed topics somebody likes to talk about, separated by commas; the next also in own words.</summary>
    public const string Topics = "topics";
    public const string TopicWords = "topicWords";
    public const string TellTopics = "tellTopics";
    public const string TellWords = "tellWords";
    public const string LearnTopics = "learnTopics";
    public const string LearnWords = "learnWords";

    /// <summary>The index of the moment at which somebody helps.</summary>
    public const string Slot = "slot";

    /// <summary>Whether it helped: <c>yes</c>, <c>bit</c>, <c>no</c> or <c>off</c>.</summary>
    public const string Helped = "helped";

    /// <summary>A question or a sentence of thanks, in somebody's own words.</summary>
    public const string OwnWords = "words";

    public const string RitualName = "ritualName";

    /// <summary>How often: <c>once</c>, <c>daily</c>, <c>weekdays</c>, <c>weekly</c>, <c>biweekly</c> or <c>monthly</c>.</summary>
    public const string RitualRepeat = "ritualRepeat";
    public const string RitualDate = "ritualDate";
    public const string RitualTime = "ritualTime";
    public const string RitualMinutes = "ritualMinutes";

    /// <summary>Whether the calendar may be read to find a better time for a ritual: <c>true</c> or <c>false</c>.</summary>
    public const string RitualCalendar = "ritualCalendar";
}
