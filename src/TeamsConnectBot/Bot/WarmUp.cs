using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Bot;

/// <summary>
/// Loads, before the service listens, what the first turn would wait for: the channel's keys, the database's model, the texts, a card
/// and the routers. Teams shows an answer that is seconds late as an error.
/// </summary>
internal sealed class WarmUp(
    ConnectAuthentication authentication, Database database, CardComposer composer, IServiceScopeFactory scopes) : IHostedService
{
    private static readonly string[] Locales = ["nl", "en"];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await authentication.WarmUpAsync(cancellationToken);
        await database.ReadAsync(
            db => db.Participants.Where(person => person.PersonId == "").Select(person => person.PersonId).ToListAsync(cancellationToken),
            cancellationToken);
        foreach (var reader in Locales.Select(composer.ReaderFor))
        {
            var card = new HelpCard(new CardRef(Guid.Empty, ""), [], []);
            _ = card.Build(reader).ToMessage(card.Summary(reader.Texts));
        }

        await using var scope = scopes.CreateAsyncScope();
        _ = scope.ServiceProvider.GetRequiredService<IBotFrameworkHttpAdapter>();
        _ = scope.ServiceProvider.GetRequiredService<IBot>();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
