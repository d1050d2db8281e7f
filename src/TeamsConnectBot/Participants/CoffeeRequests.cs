using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Participants;

/// <summary>Requests for company. They count in the next round and nobody else sees them.</summary>
internal sealed class CoffeeRequests(PersonalCards cards, Pauses pauses, TimeProvider clock)
{
    public async Task<Card> AskAsync(ConnectDb db, Participant person, CancellationToken cancellationToken, bool namesSomebody = false)
    {
        if (person.JoinedAt is null)
        {
            return PersonalCards.JoinFirst(person);
        }

        var now = clock.GetCurrentInstant();
        person.AskedForCompanyAt = now;
        var wasPaused = person.PausedUntil > now;
        await pauses.EndAsync(db, person, cancellationToken);
        return new AskedCard(PersonalCards.RefOf(person), wasPaused, namesSomebody);
    }

    public Card TakeBack(Participant person)
    {
        person.AskedForCompanyAt = null;
        return cards.Welcome(person);
    }
}
