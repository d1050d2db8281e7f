using TeamsConnectBot.Graph.Events;

namespace TeamsConnectBot.Tests.Graph;

/// <summary>Sample events for tests to create.</summary>
internal static class Meetings
{
    public static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    public static NewEvent Coffee(string? place = null) => new(
        "connection-7",
        "Koffie",
        "Twintig minuten, in werktijd.",
        Instant.FromUtc(2026, 1, 15, 13, 30),
        Instant.FromUtc(2026, 1, 15, 13, 50),
        Amsterdam,
        [new Invitee("anna@contoso.nl", "Anna de Vries"), new Invitee("bas@contoso.nl", "Bas Jansen")],
        place);
}
