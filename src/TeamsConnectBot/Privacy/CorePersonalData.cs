using System.Linq.Expressions;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Data;
using TeamsConnectBot.PersonalData;
using static TeamsConnectBot.PersonalData.ColumnReasons;
using static TeamsConnectBot.PersonalData.RetentionTexts;

namespace TeamsConnectBot.Privacy;

/// <summary>What participants, rounds, invitations, meetings and messages store about people, and columns that identify nobody.</summary>
internal static class CorePersonalData
{
    public static IServiceCollection AddCorePersonalData(this IServiceCollection services) => services
        .AddPersonalTables(
            new PersonalTable<MeetingRow>("Connections", DataKind.Connections, IsIn,
            [
                new("StartsAt", "when they meet", AYearMet, row => row.StartsAt),
                new("Minutes", "how long", AYearMet, row => row.Minutes),
                new("Office", "where they meet, when not online", AYearMet, row => row.Office),
                new("OpenerId", "who says hello first", AYearMet, null),
                new("AcrossDepartments", "whether they are of different departments, to learn what kinds of meetings take place", AYearMet,
                    row => row.AcrossDepartments),
                new("SeasonOf", "the meeting with which their season began, when both wanted to meet three times", AYearMet,
                    row => row.SeasonOf),
                new("SeasonTime", "which of the three times it is", AYearMet, row => row.SeasonTime),
                // Not exported: every member gets this row, and would learn from it that the other can't make it.
                new("MovingId", "who is choosing another gap", UntilChosen, null),
            ])
            {
                // A meeting that was never told of would tell that somebody said yes and did not come after all.
                Shown = person => row => row.Members.Any(member => member.PersonId == person && member.Told),
                ExpiresAt = row => row.StartsAt + RetentionPeriods.Rounds,
                RemovePerson = (row, person) =>
                {
                    row.OpenerId = row.OpenerId == person ? null : row.OpenerId;
                    row.MovingId = row.MovingId == person ? null : row.MovingId;
                },
            },
            new PersonalTable<MemberRow>("Members", DataKind.Answers, person => row => row.PersonId == person,
            [
                new("ConnectionId", "which connection", AYearMet, row => row.ConnectionId),
                new("PersonId", WhoItIs, AYearMet, row => row.PersonId),
                new("Nonce", Secret, AYearMet, null),
                new("Coming", "whether they are still in it", AYearMet, row => row.Coming),
                new("Told", "whether names were revealed to them", AYearMet, row => row.Told),
                new("Answer",
                    "their answer to 'did you meet?', for 'again please' and 'three times', and to learn what kinds of meetings take place",
                    AYearMet, row => row.Answer),
                new("ChooseBy", "when what they choose instead of a time they can't make is carried out", UntilCarriedOut,
                    row => row.ChooseBy),
                new("OtherGaps", "the gaps they can choose from instead, shared by all", UntilCarriedOut, row => row.OtherGaps),
                new("Choice", "which of the other gaps they chose, or that they called it off", UntilCarriedOut, row => row.Choice),
                new("Sentence", "the sentence they chose for the other when calling it off, who then knows that it was them",
                    UntilMeetingTime, row => row.Sentence),
            ])
            { Shown = _ => row => row.Told },
            new PersonalTable<Invitation>("Invitations", DataKind.Invitations, person => row => row.PersonId == person,
            [
                new("Id", "which card a click is about", AYear, row => row.Id),
                new("PersonId", WhoItIs, AYear, row => row.PersonId),
                new("Nonce", Secret, AYear, null),
                new("State", "what became of it; the weekly budget and its back-off count it", AYear, row => row.State),
                new("Gaps", "the moments the card offers; from the calendar where that is allowed", TenDays,
                    row => Times(row.Week, row.Gaps)),
                new("Ticked", "the moments they ticked, to settle by", TenDays, row => Times(row.Week, row.Ticked)),
                new("Facts",
                    "'why this?'; facts about AI use and about being new go after 10 days, the others when the rule says, at the latest",
                    AYear, row => row.Facts),
                new("RuleId", "which rule asked, for its cadence; a rule that looks at bands is forgotten after 10 days", AYear,
                    row => row.RuleId),
                new("RuleNumber", "which version of that rule", AYear, row => row.RuleNumber),
                new("RuleWhy", "the rule's sentence, for 'why this?'", AYear, row => row.RuleWhy),
                new("ByBand", "whether that rule looks at bands", TenDays, row => row.ByBand),
                new("ByCalendar",
                    "whether that rule looks at free time; it is forgotten when the calendar is withdrawn, or the night after an open card "
                        + "closed",
                    AYear, row => row.ByCalendar),
                new("FactsUntil", "when the facts go, where the rule says so", AYear, row => row.FactsUntil),
                new("IsHost", "whether they host this moment of an open table", AYear, row => row.IsHost),
                new("Side", "as whom of two sides they were asked, such as mentors and those who look for one; to settle by", AYear,
                    row => row.Side),
                new("SentAt", "the weekly budget", AYear, row => row.SentAt),
                new("AnsweredAt", "until when 'not this week' holds", AYear, row => row.AnsweredAt),
                new("ConnectionId", "what it led to", AYear, row => row.ConnectionId),
            ])
            { ExpiresAt = row => row.AnswersUntil + RetentionPeriods.Rounds, Withhold = UntoldMeetings.WithholdAsync },
            new PersonalTable<Message>("Messages", DataKind.Chat, person => row => row.PersonId == person,
            [
                new("PersonId", WhoItIs, AYearSent, row => row.PersonId),
                new("Kind", "which card to make; its text is not kept", AYearSent, row => row.Kind),
                new("SubjectId", "what it is about", AYearSent, row => row.SubjectId),
                new("DueAt", "when to send it", AYearSent, row => row.DueAt),
                new("State", "so that nothing is sent twice", AYearSent, row => row.State),
                new("ActivityId", "to bring an old card up to date", AYearSent, row => row.ActivityId),
                new("SentAt", "when it was sent", AYearSent, row => row.SentAt),
                new("Failure", "why Teams refused it", AYearSent, row => row.Failure),
            ])
            { ExpiresAt = row => (row.SentAt ?? row.DueAt) + RetentionPeriods.Messages, Withhold = UntoldMeetings.WithholdAsync },
            new PersonalTable<Consent>("Consents", DataKind.Consent, person => row => row.PersonId == person,
            [
                new("PersonId", WhoItIs, WhileThere, row => row.PersonId),
                new("Layer", "what was allowed or withdrawn", WhileThere, row => row.Layer),
                new("Given", "which of the two", WhileThere, row => row.Given),
                new("At", "when; shows that nothing was read without consent", WhileThere, row => row.At),
            ]),
            new PersonalTable<Participant>("Participants", DataKind.Preferences, person => row => row.PersonId == person,
            [
                new("PersonId", "who clicks and writes, as Entra knows them", WhileThere, row => row.PersonId),
                new("PoolId", "whom they may meet", WhileThere, row => row.PoolId),
                new("Name", "to name them to whoever they meet, after both said yes", WhileThere, row => row.Name),
                new("Mail", "to invite them to the event", WhileThere, row => row.Mail),
                new("UserPrincipalName", "the chat link on a connection's card; their line in the usage report, where allowed", WhileThere,
                    row => row.UserPrincipalName),
                new("Nonce", Secret, WhileThere, null),
                new("TeamsUserId", "to write to them", WhileThere, row => row.TeamsUserId),
                new("ConversationId", "to write to them", WhileThere, row => row.ConversationId),
                new("ServiceUrl", "to write to them", WhileThere, row => row.ServiceUrl),
                new("Language", "the language of their cards", WhileThere, row => row.Language),
                new("Zone", "the hours on their cards", WhileThere, row => row.Zone),
                new("InstalledAt", "so that the welcome comes once", WhileThere, row => row.InstalledAt),
                new("JoinedAt", "consent to take part", WhileThere, row => row.JoinedAt),
                new("GapsAllowedAt", "consent to read free and busy", WhileThere, row => row.GapsAllowedAt),
                new("OwnWordAllowedAt", "consent to let count what they tell about their week with AI", WhileThere,
                    row => row.OwnWordAllowedAt),
                new("SourcesAllowedAt", "consent to read the organisation's sources on days with AI", WhileThere,
                    row => row.SourcesAllowedAt),
                new("PausedUntil", "no invitations until then, and no day with Copilot before it", UntilPastAndReported,
                    row => row.PausedUntil),
                new("UnreachableSince", "so that nobody waits for someone Teams can't reach", WhileThere, row => row.UnreachableSince),
                new("Preferences",
                    "what they chose: languages, days, hours, places, kinds, how often, new or known people, another department, "
                        + "the language of their chat",
                    WhileThere, row => row.Preferences),
                new("ApprovalNoticesSince", "that a member of the works council chose to hear in Teams what waits for it", WhileThere,
                    row => row.ApprovalNoticesSince),
                new("LastContactAt", "days since the last contact count in the need", WhileThere, row => row.LastContactAt),
                new("TurnsLeftOut", "whoever was left out goes first", WhileThere, row => row.TurnsLeftOut),
                new("AskedForCompanyAt", "whoever asked goes first", AMonth, row => row.AskedForCompanyAt),
            ])
            { Account = row => row.PersonId })
        .AddOtherColumns(
            new("Connections", "a row's number, its round and what all in it share", "Id", "RoundId", "PoolId", "State", "Offer", "Monday",
                "IsOpenTable", "Question", "Moves", "MovedFrom"),
            new("Connections", "whether it came from a question to colleagues; it is then in no figure of rounds", "IsForQuestion"),
            new("Connections", "the event and the online meeting belong to the service mailbox", "EventId", "JoinUrl"),
            new("Connections", "counts changes to the row", "Version"),
            new("Invitations", "the same for everyone in the round", "RoundId", "Offer", "Monday", "AnswersUntil"),
            new("Invitations", "counts changes to the row", "Version"),
            new("Messages", "a row's number and its attempts to be sent", "Id", "Sequence", "Attempts", "WasInDoubt", "IsStale", "Changes",
                "Shard"),
            new("Consents", "a row's number", "Id"),
            new("Rounds", "a round over a whole pool; the counts are of people asked, and of those left out by reason", "Id", "PoolId",
                "Monday", "Seed", "State", "Kind", "StartedAt", "AnswersUntil", "SettledAt", "Asked", "IsSelective", "NotAsked", "Version"),
            new("DueTasks", "work on a round or a connection; gone when it is done", "Id", "Kind", "SubjectId", "DueAt", "Attempts",
                "Shard"),
            new("Keys", "random numbers made by the program", "Name", "Value"),
            new("Erasures", "how many people were erased on a day", "Day", "People"),
            new("Welcomed",
                "a keyed hash of somebody who was erased, so that the welcome does not come twice, and the month; gone after 13 months",
                "Key", "Month"));

    private static Expression<Func<MeetingRow, bool>> IsIn(string person) =>
        row => row.Members.Any(member => member.PersonId == person) || row.OpenerId == person || row.MovingId == person;

    private static List<Interval> Times(Week week, IEnumerable<Slot> slots) => [.. slots.Select(slot => week.Of(slot))];
}
