namespace TeamsConnectBot.Privacy;

/// <summary>Columns that say nothing about any person, and why that is so.</summary>
/// <param name="Table">As in the database.</param>
/// <param name="Why">Why they say nothing about anyone.</param>
/// <param name="Columns">As in the database.</param>
internal sealed record ImpersonalColumns(string Table, string Why, params IReadOnlyList<string> Columns);

/// <summary>The rest of what is kept.</summary>
internal static class ImpersonalData
{
    public static IReadOnlyList<ImpersonalColumns> Columns { get; } =
    [
        new("Consents", "a row's number", "Id"),
        new("Messages", "a row's number and its attempts to be sent", "Id", "Sequence", "Attempts", "WasInDoubt", "IsStale", "Changes", "Shard"),
        new("Messages", "the channel or chat a message goes to, instead of a person", "SpaceId"),
        new("Invitations", "the same for everyone in the round", "RoundId", "Offer", "Monday", "AnswersUntil"),
        new("Invitations", "counts changes to the row", "Version"),
        new("Connections", "a row's number, its round and what all in it share", "Id", "RoundId", "PoolId", "State", "Offer", "Monday", "IsOpenTable", "Question", "Moves", "MovedFrom"),
        new("Connections", "the event and the online meeting belong to the service mailbox", "EventId", "JoinUrl"),
        new("Connections", "counts changes to the row", "Version"),
        new("Rounds", "a round over a whole pool; the counts are of people asked, and of those left out by reason", "Id", "PoolId", "Monday", "Seed", "State", "Kind", "StartedAt", "AnswersUntil", "SettledAt", "Asked", "IsSelective", "NotAsked", "Version"),
        new("DueTasks", "work on a round or a connection; gone when it is done", "Id", "Kind", "SubjectId", "DueAt", "Attempts", "Shard"),
        new("DeliveryPauses", "that Teams takes no messages, from anyone; gone when it is over", "Id", "Since", "Until", "Failure", "IsRefused"),
        new("ReceivedActivities", "a hash of Teams' own ids, so that an activity counts once; gone after 7 days", "Key", "At"),
        new("Spaces", "a channel or a chat and its team's group, as Teams names them", "Id", "ConversationId", "Kind", "TeamId", "GroupId", "ServiceUrl", "Language", "Zone", "AddedAt", "LostAt"),
        new("Rituals", "a team's ritual, the same for everyone; the calendar series is the service mailbox's", "Id", "SpaceId", "Nonce", "Plan", "IsEnded", "HandledUntil", "EventId", "EventState", "EventsBefore", "SunkInARow", "Version"),
        new("Occurrences", "one time of a ritual, the same for everyone", "Id", "RitualId", "Date", "StartsAt", "Minutes", "State", "Nonce", "Version"),
        new("Drafts", "a row's number, its place, its secret and its end", "Id", "SpaceId", "Nonce", "ExpiresAt"),
        new("RitualChanges", "what was changed about a ritual, without who", "Id", "RitualId", "Kind", "Nonce", "Before", "After", "At", "IsUndone"),
        new("Proposals", "what a team votes on, and what came of it without numbers; the key goes when the vote ends", "Id", "SpaceId", "RitualId", "Kind", "Nonce", "Change", "ClosesAt", "State", "BallotKey", "Charter", "Version"),
        new("Votes", "votes under a keyed hash instead of a person; gone, with the key, when the vote ends", "ProposalId", "Voter", "Choice"),
        new("RuleVersions", "a rule's text and when it was written", "RuleId", "Number", "Json", "At"),
        new("RuleStates", "which version of a rule is in force", "RuleId", "ActiveNumber", "IsOn", "WaitingNumber", "Version"),
        new("RuleDrafts", "a rule's text while it is being changed", "RuleId", "Json", "BasedOn", "At", "Version"),
        new("RuleApprovals", "what a change would use more, and what came of it", "Id", "RuleId", "Number", "Wider", "AskedAt", "State", "MayBeTriedSince", "DecidedAt", "Version"),
        new("DryRunMonths", "blurred counts of a round for everybody of a pool, made once a month; gone when the month is over", "PoolId", "Month", "Audience", "Asked", "Pairs", "Repeats", "GraphCalls"),
        new("DryRunAnswers", "blurred answers to what was tried, so that asking again gives the same and costs nothing; gone when the month is over", "PoolId", "Month", "Question", "Selected", "Price"),
        new("Trials", "which two versions of a rule run side by side", "Id", "RuleId", "One", "Other", "Seed", "StartedAt", "EndedAt", "Version"),
        new("Trials", "what was counted of both in groups of ten or more, once a step, and up to which week", "ConsideredUntil", "CountedUntil", "OneInvitations", "OneMet", "OtherInvitations", "OtherMet"),
        new("Stops", "when everything stood still", "Id", "At", "ByWorksCouncil", "LiftedAt", "Version"),
        new("FirstUses", "what a body or a vote decided; a vote's counts, not who said what", "Id", "Body", "AskedAt", "VoteUntil", "Yes", "No", "Approved", "DecidedAt", "CountsAsWorkingTime", "Version"),
        new("Keys", "random numbers made by the program", "Name", "Value"),
        new("AuditEntries", "what was done, and the hashes that show an edit", "Number", "At", "Offices", "Action", "Subject", "Detail", "PreviousHash", "Hash"),
        new("AuditHeads", "the last entry's number and hash", "Id", "Number", "Hash", "Version"),
        new("Erasures", "how many people were erased on a day", "Day", "People"),
        new("Holidays", "days the organisation is closed", "Day", "Nl", "En"),
        new(
            "HumanContacts", "whom to turn to, as an admin published them for everyone", "Id", "Position", "Name", "NameEn", "Reach",
            "ReachEn"),
        new("OwnTexts", "the organisation's own words on the cards", "Language", "Key", "Text"),
        new("Publications", "a published count, and which one it is", "Id", "View", "Audience", "Period", "On", "Count", "Of"),
        new("Publications", "hashes of a secret in the participants' rows, so that no later count tells about one person; nobody's once that row is gone, and emptied after 28 days", "People", "Counted"),
        new("CheckInCounts", "how many gave which answer in a month, added ten or more people at a time; nobody's; gone after 13 months", "PoolId", "Month", "Question", "Answer", "Count"),
        new("Welcomed", "a keyed hash of somebody who was erased, so that the welcome does not come twice, and the month; gone after 13 months", "Key", "Month"),
        new("AdminSessions", "an open session of the admin page, by a hash of a random number in a cookie; gone at sign-out, or with the first sign-in after its hours", "Id", "Offices", "CheckedAt", "ExpiresAt"),
        new("AdminSessions", "what the session's next page says about what was just done; at most 1000 characters, gone once it was read", "Note", "NoteIsProblem"),
        new("SessionKeys", "keys that guard sessions and forms of the admin page", "Id", "Xml"),
    ];
}
