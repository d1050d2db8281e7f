using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Connections;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>Closes a round's answers: from here no answer can be given or taken back.</summary>
internal sealed class AnswersClosed(Database database, Handshake handshake)
{
    /// <returns>The yeses, by person.</returns>
    public Task<IReadOnlyList<Invitation>> CloseAsync(Guid roundId, CancellationToken cancellationToken) => database.WriteAsync<IReadOnlyList<Invitation>>(
        async db =>
        {
            var invitations = await db.Invitations.Where(x => x.RoundId == roundId).OrderBy(x => x.PersonId).ToListAsync(cancellationToken);
            foreach (var invitation in invitations)
            {
                await handshake.ApplyAsync(db, invitation, InvitationEvent.AnswersClosed, cancellationToken);
            }

            return [.. invitations.Where(x => x.State == InvitationState.Settling)];
        },
        cancellationToken);
}
