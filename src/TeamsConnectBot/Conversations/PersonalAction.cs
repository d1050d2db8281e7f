using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Conversations;

/// <summary>Buttons on a person's own cards, handled in a transaction. Clicks on another person's card are refused.</summary>
internal abstract class PersonalAction(Database database) : CardActionHandler
{
    public sealed override Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken) =>
        database.WriteAsync<ClickAnswer>(
            async db => await db.Participants.FindAsync([click.PersonId], cancellationToken) is not { } person ? Gone
                : PersonalCards.IsOf(person, click.Ref) ? await HandleAsync(db, person, click, cancellationToken)
                : NotYours,
            cancellationToken);

    protected abstract Task<Card> HandleAsync(ConnectDb db, Participant person, Click click, CancellationToken cancellationToken);
}
