using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Connections;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Organisation;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;
using TeamsConnectBot.FirstUse;

namespace TeamsConnectBot.Delivery;

/// <summary>
/// Makes the card a message shows now. The same rows give the card that is sent, the card an old message is edited to, and
/// the answer to a click on it, so an old card always tells its current state.
/// </summary>
internal sealed class CardComposer(
    InvitationCards invitations, ConnectionCards connections, PersonalCards personal, OwnSettings own, PoolCatalogue pools,
    TimeProvider clock)
{
    /// <returns>Null when there is nothing left to say.</returns>
    public async Task<Card?> ComposeAsync(ConnectDb db, Message message, Participant person, CancellationToken cancellationToken)
    {
        switch (message.Kind)
        {
            case MessageKind.Invitation:
                return await db.Invitations.FindAsync([message.SubjectId], cancellationToken) is { } invitation
                    ? await invitations.OfAsync(db, invitation, cancellationToken)
                    : new StateCard(CardState.Gone);
            case MessageKind.Connection or MessageKind.Moved or MessageKind.OtherGap or MessageKind.Off or MessageKind.Reminder or MessageKind.DidYouMeet:
                return await db.Connections.Include(row => row.Members).SingleOrDefaultAsync(row => row.Id == message.SubjectId, cancellationToken) is { } row
                    ? await connections.OfAsync(db, row, message, cancellationToken)
                    : new StateCard(CardState.Gone);
            case MessageKind.UseVote:
                return await UseVoteAsync(db, message.SubjectId, person, cancellationToken);
            default:
                return personal.Of(message.Kind, person);
        }
    }

    /// <summary>How a vote on using the bot stands for somebody; null when it is not kept.</summary>
    public async Task<Card?> UseVoteAsync(ConnectDb db, Guid voteId, Participant person, CancellationToken cancellationToken)
    {
        if (await db.FirstUses.FindAsync([voteId], cancellationToken) is not { VoteUntil: { } until } vote)
        {
            return null;
        }

        var hasVoted = await db.Voters.FindAsync([voteId, person.PersonId], cancellationToken) is not null;
        var state = vote.Approved switch
        {
            true => UseVoteState.Approved,
            false => UseVoteState.Refused,
            null => hasVoted ? UseVoteState.Voted : until <= clock.GetCurrentInstant() ? UseVoteState.Closed : UseVoteState.Open,
        };
        return new UseVoteCard(new CardRef(voteId, person.Nonce), until, state);
    }

    /// <summary>For someone nothing is kept of.</summary>
    public Reader ReaderFor(string? locale) => new(own.TextsFor(locale), DateTimeZone.Utc, clock.GetCurrentInstant());

    public Reader ReaderFor(Participant person) => new(
        own.TextsFor(person.Language),
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.Zone) ?? DateTimeZone.Utc,
        clock.GetCurrentInstant())
    {
        KnowsCity = !MailboxZones.IsVague(person.Zone) || person.Zone == pools.Find(person.PoolId).Zone,
    };
}
