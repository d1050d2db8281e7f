using NodaTime;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Organisation;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Delivery;

/// <summary>Composes the card a message shows now, and the reader it is for.</summary>
internal sealed class CardComposer(MessageSources sources, OwnSettings own, PoolCatalogue pools, TimeProvider clock)
{
    /// <returns>Null when there is nothing left to say.</returns>
    public Task<Card?> ComposeAsync(ConnectDb db, Message message, Participant person, CancellationToken cancellationToken) =>
        sources.Of(message.Kind).ComposeAsync(db, message, person, cancellationToken);

    /// <summary>For someone nothing is kept of.</summary>
    public Reader ReaderFor(string? locale) => new(own.TextsFor(locale), DateTimeZone.Utc, clock.GetCurrentInstant());

    public Reader ReaderFor(Participant person) => new(
        own.TextsFor(person.Language),
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.Zone) ?? DateTimeZone.Utc,
        clock.GetCurrentInstant())
    {
        KnowsCity = !MailboxZones.IsVague(person.Zone) || person.Zone == pools.Find(person.PoolId).Zone,
    };
}
