using TeamsConnectBot.Cards;
using TeamsConnectBot.PersonalData;
using static TeamsConnectBot.PersonalData.RetentionTexts;

namespace TeamsConnectBot.FirstUse;

/// <summary>What the decision on first use stores about people, and columns that identify nobody.</summary>
internal static class FirstUsePersonalData
{
    public static IServiceCollection AddFirstUsePersonalData(this IServiceCollection services) => services
        .AddPersonalTables(
            new PersonalTable<VoterRow>("Voters", DataKind.Votes, person => row => row.PersonId == person,
            [
                new("FirstUseId", "which vote", UntilCounted, row => row.FirstUseId),
                new("PersonId", "so that everyone votes once; what they voted is not kept", UntilCounted, row => row.PersonId),
            ]),
            PersonalTable.InOffice<FirstUseRow>(
                "FirstUses",
                person => row => row.DecidedById == person,
                [
                    new("DecidedById", "who decided in the body's name", WhileInUse, row => row.DecidedById),
                    new("DecidedByName", "their name, in the report", WhileInUse, row => row.DecidedByName),
                ]))
        .AddOtherColumns(
            new OtherColumns(
                "FirstUses", "what a body or a vote decided; a vote's counts, not who said what", "Id", "Body", "AskedAt", "VoteUntil",
                "Yes", "No", "Approved", "DecidedAt", "CountsAsWorkingTime", "Version"));
}
