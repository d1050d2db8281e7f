using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Figures;

/// <summary>Who, of a pool's participants, counts in each view of one week. Pseudonyms, in memory for as long as the counting takes.</summary>
internal sealed record WeekOfAPool(ImmutableHashSet<string> People, IReadOnlyDictionary<AggregateView, ImmutableHashSet<string>> Counted)
{
    private static readonly InvitationState[] SaidYes = [InvitationState.Yes, InvitationState.Settling, InvitationState.Settled, InvitationState.LeftOut];
    private static readonly MemberAnswer[] Met = [MemberAnswer.Met, MemberAnswer.AgainPlease];

    public static async Task<WeekOfAPool> ReadAsync(ConnectDb db, string pool, LocalDate monday, CancellationToken cancellationToken)
    {
        var until = monday.PlusWeeks(1).AtMidnight().InUtc().ToInstant();
        var participants = await db.Participants.AsNoTracking().Where(person => person.PoolId == pool && person.JoinedAt < until).ToListAsync(cancellationToken);
        var names = participants.ToDictionary(person => person.PersonId, Pseudonym.Of, StringComparer.Ordinal);
        var invitations = await db.Invitations.Where(row => row.Monday == monday && row.SentAt != null)
            .Select(row => new { row.PersonId, row.State }).ToListAsync(cancellationToken);
        var members = await db.Members.Where(member => db.Connections.Any(row => row.Id == member.ConnectionId && row.PoolId == pool && row.Monday == monday))
            .Select(member => new { member.PersonId, member.Answer, member.Told }).ToListAsync(cancellationToken);
        ImmutableHashSet<string> Named(IEnumerable<string> ids) => [.. ids.Where(names.ContainsKey).Select(id => names[id])];
        return new WeekOfAPool([.. names.Values], new Dictionary<AggregateView, ImmutableHashSet<string>>
        {
            [AggregateView.Met] = Named(members.Where(member => Met.Contains(member.Answer)).Select(member => member.PersonId)),
            [AggregateView.Invited] = Named(invitations.Select(row => row.PersonId)),
            [AggregateView.SaidYes] = Named(invitations.Where(row => SaidYes.Contains(row.State)).Select(row => row.PersonId)),
            [AggregateView.NudgedMoreThanOnce] = Named(invitations.CountBy(row => row.PersonId).Where(count => count.Value > 1).Select(count => count.Key)),
        });
    }
}
