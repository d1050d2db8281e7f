using TeamsConnectBot.Cards;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Privacy;

/// <summary>Erases everything about the person. The response to the click confirms it, because afterwards no message can be sent.</summary>
internal sealed class ForgetAction(Database database, PersonErasure erasure) : CardActionHandler
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.AskForget, Cards.Verbs.Forget];

    public override async Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        var person = await database.ReadAsync(
            db => db.Participants.FindAsync([click.PersonId], cancellationToken).AsTask(), cancellationToken);
        if (person is null || !PersonalCards.IsOf(person, click.Ref))
        {
            return person is null ? Gone : NotYours;
        }

        if (click.Verb == Cards.Verbs.AskForget)
        {
            return new ForgetMeCard(PersonalCards.RefOf(person));
        }

        await erasure.EraseAsync(person.PersonId, cancellationToken);
        return new ForgottenCard();
    }
}
