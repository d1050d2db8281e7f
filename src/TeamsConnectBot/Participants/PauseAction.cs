using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Participants;

/// <summary>Ends or extends a pause.</summary>
internal sealed class PauseAction(Database database, Pauses pauses, YesesOfPaused yeses, PersonalCards cards)
    : CardActionHandler
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.Resume, Cards.Verbs.PauseLonger];

    // The buttons are on invitations and on the person's own cards, so either nonce is accepted.
    public override Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken) => database.WriteAsync<ClickAnswer>(
        async db =>
        {
            if (await db.Participants.FindAsync([click.PersonId], cancellationToken) is not { } person)
            {
                return Gone;
            }

            if (!await IsTheirsAsync(db, person, click, cancellationToken))
            {
                return NotYours;
            }

            if (click.Verb == Cards.Verbs.Resume)
            {
                await pauses.EndAsync(db, person, cancellationToken);
                return cards.Welcome(person);
            }

            // Somebody who has stopped taking part since then has nothing to pause.
            if (person.JoinedAt is null)
            {
                return PersonalCards.JoinFirst(person);
            }

            var length = pauses.Lengthened(person, Duration.FromDays(14));
            var tookYesBack = await yeses.TakeBackAsync(db, person.PersonId, cancellationToken);
            await pauses.BeginAsync(db, person, length, cancellationToken);
            return cards.Paused(person, await Pauses.IsToldAsync(db, person, cancellationToken), tookYesBack);
        },
        cancellationToken);

    private static async Task<bool> IsTheirsAsync(ConnectDb db, Participant person, Click click, CancellationToken cancellationToken) =>
        PersonalCards.IsOf(person, click.Ref)
        || (await db.Invitations.FindAsync([click.Ref.Id], cancellationToken) is { } invitation
            && invitation.PersonId == person.PersonId
            && Nonce.Matches(invitation.Nonce, click.Ref.Nonce));
}
