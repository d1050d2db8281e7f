using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Conversations;

/// <summary>
/// Buttons on cards that are about the person alone, for whoever takes part, where Graph is asked or the work is several
/// transactions: so it runs in none of the router's.
/// </summary>
internal abstract class PersonalLookupAction(Database database) : CardAction
{
    public sealed override async Task<Card> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        if (await database.ReadAsync(db => db.Participants.FindAsync([click.PersonId], cancellationToken).AsTask(), cancellationToken) is not { } person)
        {
            return Gone;
        }

        if (!PersonalCards.IsOf(person, click.Ref))
        {
            return NotYours;
        }

        return person.JoinedAt is null ? PersonalCards.JoinFirst(person) : await HandleAsync(person, click, cancellationToken);
    }

    /// <param name="person">Who clicked, as they were a moment ago.</param>
    /// <param name="click">The click.</param>
    /// <param name="cancellationToken">Ends with the application.</param>
    protected abstract Task<Card> HandleAsync(Participant person, Click click, CancellationToken cancellationToken);
}
