namespace TeamsConnectBot.Organisation;

/// <summary>
/// The texts that an organisation may replace. All others are promises or consents: what is read, what is never shown, and to whom. They
/// describe what the program does, and change only with it.
/// </summary>
internal static class TextKeys
{
    private static readonly string[] Offers = ["coffee", "walk", "lunch", "coWorking", "help", "learning"];

    public static IReadOnlyList<string> All { get; } =
    [
        .. Offers.Select(offer => $"offers.{offer}.question"), .. Offers.Select(offer => $"offers.{offer}.with"),
        "contacts.heading", "contacts.acknowledgement", "invitation.yes", "invitation.notThisWeek",
    ];
}
