using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Organisation;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Delivery;

/// <summary>Composes what a message shows now, for its reader.</summary>
internal sealed class CardComposer(
    MessageSources sources, OwnSettings own, PoolCatalogue pools, MicrosoftCloud cloud, TimeProvider clock)
{
    /// <returns>Null when there is nothing left to say.</returns>
    public async Task<Activity?> ComposeAsync(ConnectDb db, Message message, Participant person, CancellationToken cancellationToken)
    {
        var reader = ReaderFor(person);
        var card = await sources.Of(message.Kind).ComposeAsync(db, message, person, cancellationToken);
        return card?.Build(reader).ToMessage(card.Summary(reader.Texts));
    }

    /// <summary>For a person about whom nothing is stored.</summary>
    public Reader ReaderFor(string? locale) => new(own.TextsFor(locale), DateTimeZone.Utc, cloud, clock.GetCurrentInstant());

    public Reader ReaderFor(Participant person) => new(
        own.TextsFor(person.Language),
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.Zone) ?? DateTimeZone.Utc,
        cloud,
        clock.GetCurrentInstant())
    {
        KnowsCity = !MailboxZones.IsVague(person.Zone) || person.Zone == pools.Find(person.PoolId).Zone,
    };
}
