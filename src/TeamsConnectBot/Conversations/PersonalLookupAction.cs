using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Conversations;

/// <summary>
/// Buttons on a person's own cards that call Graph or take several transactions, so that they are not handled in one. Unless a class
/// says otherwise, only those who joined may use them.
/// </summary>
internal abstract class PersonalLookupAction(Database database, bool participantsOnly = true) : CardActionHandler
{
    protected Database Database { get; } = database;

    public sealed override async Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken) =>
        await Database.ReadAsync(db => db.Participants.FindAsync([click.PersonId], cancellationToken).AsTask(), cancellationToken)
            is not { } person ? Gone
            : !PersonalCards.IsOf(person, click.Ref) ? NotYours
            : participantsOnly && person.JoinedAt is null ? PersonalCards.JoinFirst(person)
            : await HandleAsync(person, click, cancellationToken);

    /// <param name="person">Who clicked, as read a moment ago.</param>
    /// <param name="click">The click.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    protected abstract Task<Card> HandleAsync(Participant person, Click click, CancellationToken cancellationToken);
}
