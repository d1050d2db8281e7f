using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Participants;

/// <summary>Asks for company, and withdraws that request.</summary>
internal sealed class CoffeeAction(Database database, CoffeeRequests requests) : PersonalAction(database)
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.AskCoffee, Cards.Verbs.TakeBackAsk];

    protected override async Task<Card> HandleAsync(ConnectDb db, Participant person, Click click, CancellationToken cancellationToken) =>
        click.Verb == Cards.Verbs.AskCoffee ? await requests.AskAsync(db, person, cancellationToken) : requests.TakeBack(person);
}
