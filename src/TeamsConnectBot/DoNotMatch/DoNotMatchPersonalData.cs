using TeamsConnectBot.Cards;
using TeamsConnectBot.PersonalData;
using static TeamsConnectBot.PersonalData.ColumnReasons;
using static TeamsConnectBot.PersonalData.RetentionTexts;

namespace TeamsConnectBot.DoNotMatch;

/// <summary>What the do-not-match list stores about people, and columns that identify nobody.</summary>
internal static class DoNotMatchPersonalData
{
    public static IServiceCollection AddDoNotMatchPersonalData(this IServiceCollection services) => services
        .AddPersonalTables(
            new PersonalTable<DoNotMatchRow>("NotWith", DataKind.NotWith, person => row => row.PersonId == person,
            [
                new("Id", "which wish to take back", WhileThere, row => row.Id),
                new("PersonId", WhoItIs, WhileThere, row => row.PersonId),
                new("OtherId",
                    "whom they would rather not meet; to name them in the person's own list, and nobody else's; "
                        + "empty from when the colleague is erased until they join again",
                    WhileBothThere, row => row.OtherId),
                new("OtherKey", "a keyed hash of the same: the wish still holds when the colleague was erased and comes back", WhileThere,
                    null),
            ])
            {
                Account = row => row.OtherId,
                OfOthers = (person => row => row.OtherId == person, row => row.OtherId = null),
            });
}
