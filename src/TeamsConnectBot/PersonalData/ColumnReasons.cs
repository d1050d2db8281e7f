namespace TeamsConnectBot.PersonalData;

/// <summary>Why many tables have the same columns, as <c>docs/what-we-store.md</c> has it.</summary>
internal static class ColumnReasons
{
    public const string WhoItIs = "whose row it is";
    public const string Author = "who wrote it";
    public const string Secret = "secret in the card's buttons that shows the bot made it";
}
