using TeamsConnectBot.PersonalData;
using static TeamsConnectBot.PersonalData.RetentionTexts;

namespace TeamsConnectBot.Audit;

/// <summary>What the audit log stores about people, and columns that identify nobody.</summary>
internal static class AuditPersonalData
{
    public static IServiceCollection AddAuditPersonalData(this IServiceCollection services) => services
        .AddPersonalTables(
            PersonalTable.InOffice<AuditRow>(
                "AuditEntries",
                person => row => row.ActorId == person,
                [
                    new("ActorId", "who acted in the role", WhileInUse, row => row.ActorId),
                    new("ActorName", "their name, as the log shows it", WhileInUse, row => row.ActorName),
                ]))
        .AddOtherColumns(
            new("AuditEntries", "what was done, and the hashes that show an edit", "Number", "At", "Offices", "Action", "Subject", "Detail",
                "PreviousHash", "Hash"),
            new("AuditHeads", "the last entry's number and hash", "Id", "Number", "Hash", "Version"));
}
