namespace TeamsConnectBot.PersonalData;

/// <summary>The reasons for columns that many tables have, as in <c>docs/what-we-store.md</c>.</summary>
internal static class ColumnReasons
{
    public const string WhoItIs = "whose row it is";
    public const string Author = "who wrote it";
    public const string Secret = "secret in the card's buttons that shows the bot made it";
}
