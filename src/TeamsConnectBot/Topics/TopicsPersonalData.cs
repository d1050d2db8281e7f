using TeamsConnectBot.Cards;
using TeamsConnectBot.PersonalData;
using static TeamsConnectBot.PersonalData.ColumnReasons;
using static TeamsConnectBot.PersonalData.RetentionTexts;

namespace TeamsConnectBot.Topics;

/// <summary>What is stored about people's topics.</summary>
internal static class TopicsPersonalData
{
    public static IServiceCollection AddTopicsPersonalData(this IServiceCollection services) => services
        .AddPersonalTables(
            new PersonalTable<TopicRow>("PersonTopics", DataKind.Topics, person => row => row.PersonId == person,
            [
                new("PersonId", WhoItIs, WhileThere, row => row.PersonId),
                new("Talk", "what they like to talk about, from the list or in their own words; whoever they meet reads what both chose",
                    WhileThere, row => row.Talk),
                new("Tell", "what they can tell about; whoever they meet to learn reads it where they want to learn that", WhileThere,
                    row => row.Tell),
                new("Learn", "what they would like to learn about; whoever they meet to learn reads it where they can tell about that",
                    WhileThere, row => row.Learn),
            ]));
}
