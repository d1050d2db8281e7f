using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Conversations;

/// <summary>Buttons on cards that are about the person alone. Only that person's own card, made by the bot, is acted on.</summary>
internal abstract class PersonalAction(Database database) : CardAction
{
    public sealed override Task<Card> HandleAsync(Click click, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await db.Participants.FindAsync([click.PersonId], cancellationToken) is not { } person)
            {
                return Gone;
            }

            return PersonalCards.IsOf(person, click.Ref)
                ? await HandleAsync(db, person, click, cancellationToken)
                : NotYours;
        },
        cancellationToken);

    protected abstract Task<Card> HandleAsync(ConnectDb db, Participant person, Click click, CancellationToken cancellationToken);
}
