namespace TeamsConnectBot.Cards;

/// <summary>
/// The action of a button. Verbs are stored in cards that people keep for weeks: add freely, but never rename or reuse one.
/// </summary>
internal static class Verbs
{
    public const string Join = "join";
    public const string NotNow = "notNow";
    public const string ShowWelcome = "welcome.show";

    public const string OpenPreferences = "preferences.open";
    public const string SavePreferences = "preferences.save";

    public const string OpenTopics = "topics.open";
    public const string SaveTopics = "topics.save";

    public const string InvitationYes = "invitation.yes";
    public const string InvitationNotThisWeek = "invitation.notThisWeek";
    public const string InvitationPause = "invitation.pause";
    public const string InvitationWhy = "invitation.why";

    /// <summary>Show the invitation again, or the answer to it: after 'why' or after 'not this week'.</summary>
    public const string InvitationShow = "invitation.show";

    /// <summary>Change the slots ticked in a yes, which counts until another yes replaces it.</summary>
    public const string InvitationChange = "invitation.change";
    public const string InvitationTakeBack = "invitation.takeBack";

    public const string Resume = "pause.resume";
    public const string PauseLonger = "pause.longer";

    public const string MeetingCantMakeIt = "connection.cantMakeIt";
    public const string MeetingMove = "connection.move";
    public const string MeetingCallOff = "connection.callOff";

    /// <summary>Show the meeting again: 'it works out after all'.</summary>
    public const string MeetingKeep = "connection.keep";

    /// <summary>Leave a group that goes on, or call off what starts too soon to be moved.</summary>
    public const string MeetingLeave = "connection.leave";

    public const string DidMeet = "didYouMeet.yes";
    public const string DidNotMeet = "didYouMeet.no";
    public const string MeetAgain = "didYouMeet.again";
    public const string MeetThreeTimes = "didYouMeet.three";

    /// <summary>They met, and the season may end.</summary>
    public const string MetEnough = "didYouMeet.enough";

    /// <summary>Allows the use of what somebody reports about their own week with AI.</summary>
    public const string AllowOwnWord = "selfReport.allow";
    public const string ReportALot = "selfReport.aLot";
    public const string ReportNowAndThen = "selfReport.nowAndThen";
    public const string ReportHardly = "selfReport.hardly";
    public const string ClearReport = "selfReport.clear";

    public const string AskCoffee = "coffee.ask";
    public const string TakeBackAsk = "coffee.takeBack";
    public const string ShowHelp = "help.show";

    // Commands that are otherwise typed; they are buttons on 'did you mean …?'.
    public const string SayPause = "say.pause";
    public const string SayAiWeek = "say.aiWeek";
    public const string SayWhy = "say.why";
    public const string SayStop = "say.stop";
    public const string SayRules = "say.rules";
    public const string SayPassItOn = "say.passItOn";
    public const string SayCheckIn = "say.checkIn";
    public const string SayLanguage = "say.language";
    public const string SayAppointments = "say.appointments";

    public const string OpenNotWith = "notWith.open";
    public const string KeepNotWith = "notWith.keep";
    public const string TakeBackNotWith = "notWith.takeBack";

    public const string SendCheckIn = "checkIn.send";

    public const string ShowMyData = "myData.show";
    public const string ExportMyData = "myData.export";
    public const string ExportMyDataAsText = "myData.asText";
    public const string AskForget = "forget.ask";
    public const string Forget = "forget.confirm";

    public const string RitualConfirm = "ritual.confirm";
    public const string RitualDiscard = "ritual.discard";
    public const string RitualOpenForm = "ritual.openForm";
    public const string RitualForm = "ritual.form";
    public const string RitualOption1 = "ritual.option1";
    public const string RitualOption2 = "ritual.option2";
    public const string RitualOption3 = "ritual.option3";
    public const string RitualOption4 = "ritual.option4";
    public const string RitualUndo = "ritual.undo";

    /// <summary>Put the ritual into one's own calendar.</summary>
    public const string RitualJoin = "ritual.join";
    public const string RitualLeave = "ritual.leave";

    /// <summary>Host a ritual's next occurrence.</summary>
    public const string RitualHost = "ritual.host";

    public const string OccurrenceCome = "occurrence.come";

    // Two verbs, not a toggle: a click that Teams delivers twice must not undo the first.
    public const string OccurrenceTakeTurn = "occurrence.takeTurn";
    public const string OccurrencePassOn = "occurrence.passOn";
    public const string OccurrenceRemoveName = "occurrence.removeName";

    /// <summary>Open the form of a question to a colleague.</summary>
    public const string HelpAsk = "help.ask";

    /// <summary>Show a question in full before it is sent.</summary>
    public const string HelpPreview = "help.preview";
    public const string HelpSend = "help.send";
    public const string HelpWithdraw = "help.withdraw";
    public const string HelpYes = "help.yes";
    public const string HelpNotNow = "help.notnow";
    public const string HelpReport = "help.report";
    public const string HelpHelped = "help.helped";
    public const string HelpThanks = "help.thanks";

    /// <summary>Save what one wants to be asked about.</summary>
    public const string HelpOffers = "help.offers";

    public const string UseVoteYes = "useVote.yes";
    public const string UseVoteNo = "useVote.no";

    public const string VoteYes = "vote.yes";
    public const string VoteNo = "vote.no";
    public const string CharterVote = "charter.vote";
}
