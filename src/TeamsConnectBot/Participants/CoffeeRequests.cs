using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Participants;

/// <summary>Asking for company oneself. It counts in the next round and is seen by nobody.</summary>
internal sealed class CoffeeRequests(PersonalCards cards, TimeProvider clock)
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
        await Pauses.EndAsync(db, person, cancellationToken);
        return new AskedCard(PersonalCards.RefOf(person), wasPaused, namesSomebody);
    }

    public Card TakeBack(Participant person)
    {
        person.AskedForCompanyAt = null;
        return cards.Welcome(person);
    }
}
