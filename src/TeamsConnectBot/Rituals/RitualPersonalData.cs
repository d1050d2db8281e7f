using TeamsConnectBot.Cards;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Rituals.Rows;
using static TeamsConnectBot.PersonalData.ColumnReasons;
using static TeamsConnectBot.PersonalData.RetentionTexts;

namespace TeamsConnectBot.Rituals;

/// <summary>What rituals store about people, and columns that identify nobody.</summary>
internal static class RitualPersonalData
{
    public static IServiceCollection AddRitualPersonalData(this IServiceCollection services) => services
        .AddRetention(RitualRetention.ApplyAsync)
        .AddPersonalTables(
            new PersonalTable<Coming>("Coming", DataKind.Rituals, person => row => row.PersonId == person,
            [
                new("OccurrenceId", "which time of a ritual", OccurrencePast, row => row.OccurrenceId),
                new("PersonId", WhoItIs, OccurrencePast, row => row.PersonId),
                new("Name", "to show in the channel that they come, as they chose", OccurrencePast, row => row.Name),
            ])
            { Account = row => row.PersonId },
            new PersonalTable<Occurrence>("Occurrences", DataKind.Rituals, person => row => row.HostId == person,
            [
                new("HostId", "who hosts this time", OccurrencePast, row => row.HostId),
                new("HostName", "to name the host in the channel", OccurrencePast, row => row.HostName),
            ])
            {
                Account = row => row.HostId,
                ExpiresAt = row => row.StartsAt + RetentionPeriods.Occurrences,
                RemovePerson = (row, _) => (row.HostId, row.HostName) = (null, null),
            },
            new PersonalTable<RitualMember>("RitualMembers", DataKind.Rituals, person => row => row.PersonId == person,
            [
                new("RitualId", "which ritual they said they take part in", RitualThere, row => row.RitualId),
                new("PersonId", WhoItIs, RitualThere, row => row.PersonId),
                new("Name", "to name the host in the channel", RitualThere, row => row.Name),
                new("Mail", "to put it into their calendar", RitualThere, row => row.Mail),
                new("Hosted", "hosting goes round fairly", RitualThere, row => row.Hosted),
                new("LastHostedAt", "hosting goes round fairly", RitualThere, row => row.LastHostedAt),
                new("CalendarAllowedAt", "consent to read free and busy, four weeks ahead, when the team looks for a better time",
                    RitualThere, row => row.CalendarAllowedAt),
            ])
            { Account = row => row.PersonId },
            new PersonalTable<Draft>("Drafts", DataKind.Rituals, person => row => row.PersonId == person,
            [
                new("PersonId", "who may confirm it; empty for a note to whoever decides", OneDay, row => row.PersonId),
                new("Content", "the change or the question they typed, until they confirm it", OneDay, row => row.Content),
            ])
            { ExpiresAt = row => row.ExpiresAt },
            new PersonalTable<RitualChange>("RitualChanges", DataKind.Rituals, person => row => row.PersonId == person,
            [
                new("PersonId", "who changed a ritual, so that it can be undone", UndoTime, row => row.PersonId),
            ])
            {
                ExpiresAt = row => row.At + RetentionPeriods.Changes,
                RemovePerson = (row, _) => row.PersonId = null,
            })
        .AddOtherColumns(
            new("Spaces", "a channel or a chat and its team's group, as Teams names them", "Id", "ConversationId", "Kind", "TeamId",
                "GroupId", "ServiceUrl", "Language", "Zone", "AddedAt", "LostAt"),
            new("Rituals", "a team's ritual, the same for everyone; the calendar series is the service mailbox's", "Id", "SpaceId", "Nonce",
                "Plan", "IsEnded", "HandledUntil", "EventId", "EventState", "EventsBefore", "SunkInARow", "Version"),
            new("Occurrences", "one time of a ritual, the same for everyone", "Id", "RitualId", "Date", "StartsAt", "Minutes", "State",
                "Nonce", "Version"),
            new("PostedQuestions", "which question of the list a ritual posted in a channel, for seven months; nobody's answers",
                "OccurrenceId", "RitualId", "SpaceId", "Number", "On"),
            new("Drafts", "a row's number, its place, its secret and its end", "Id", "SpaceId", "Nonce", "ExpiresAt"),
            new("RitualChanges", "what was changed about a ritual, without who", "Id", "RitualId", "Kind", "Nonce", "Before", "After", "At",
                "IsUndone"),
            new("Proposals", "what a team votes on, and what came of it without numbers; the key goes when the vote ends", "Id", "SpaceId",
                "RitualId", "Kind", "Nonce", "Change", "ClosesAt", "State", "BallotKey", "Charter", "Version"),
            new("Votes", "votes under a keyed hash instead of a person; gone, with the key, when the vote ends", "ProposalId", "Voter",
                "Choice"),
            new("Messages", "the channel or chat a message goes to, instead of a person", "SpaceId"));
}
