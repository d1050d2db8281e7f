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
        new("Messages", "a row's number and its attempts to be sent", "Id", "Sequence", "Attempts", "WasInDoubt", "IsStale", "Shard"),
        new("Invitations", "the same for everyone in the round", "RoundId", "Offer", "Monday", "AnswersUntil"),
        new("Invitations", "counts changes to the row", "Version"),
        new("Connections", "a row's number, its round and what all in it share", "Id", "RoundId", "PoolId", "State", "Offer", "Monday", "IsOpenTable", "Question", "Moves", "MovedFrom"),
        new("Connections", "the event and the online meeting belong to the service mailbox", "EventId", "JoinUrl"),
        new("Connections", "counts changes to the row", "Version"),
        new("Rounds", "a round over a whole pool; the counts are of people left out, by reason", "Id", "PoolId", "Monday", "Seed", "State", "Kind", "StartedAt", "AnswersUntil", "SettledAt", "NotAsked", "Version"),
        new("DueTasks", "work on a round or a connection; gone when it is done", "Id", "Kind", "SubjectId", "DueAt", "Attempts", "Shard"),
        new("ReceivedActivities", "a hash of Teams' own ids, so that an activity counts once; gone after 7 days", "Key", "At"),
        new("DataProtectionKeys", "what the service signs with", "Id", "Name", "Xml"),
        new("Erasures", "how many people were erased on a day", "Day", "People"),
    ];
}
