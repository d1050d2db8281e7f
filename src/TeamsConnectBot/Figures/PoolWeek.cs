using System.Collections.Immutable;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Figures;

/// <summary>The participants of a pool who count in each view of one week, as pseudonyms. Held in memory only while counting.</summary>
internal sealed record PoolWeek(ImmutableHashSet<string> People, IReadOnlyDictionary<AggregateView, ImmutableHashSet<string>> Counted)
{
    private static readonly InvitationState[] SaidYes =
        [InvitationState.Yes, InvitationState.Settling, InvitationState.Settled, InvitationState.LeftOut];

    public static async Task<PoolWeek> ReadAsync(ConnectDb db, string pool, LocalDate monday, CancellationToken cancellationToken)
    {
        var until = monday.PlusWeeks(1).AtMidnight().InUtc().ToInstant();
        var names = await db.Participants.AsNoTracking().Where(person => person.PoolId == pool && person.JoinedAt < until)
            .ToDictionaryAsync(person => person.PersonId, Pseudonym.Of, StringComparer.Ordinal, cancellationToken);
        var invitations = await db.Invitations.Where(row => row.Monday == monday && row.SentAt != null)
            .Select(row => new { row.PersonId, row.State }).ToListAsync(cancellationToken);
        var met = await db.Members
            .Where(member => db.Meetings.Any(row => row.Id == member.ConnectionId && row.PoolId == pool && row.Monday == monday
                && !row.IsForQuestion))
            .Where(member => member.Answer == MemberAnswer.Met || member.Answer == MemberAnswer.AgainPlease
                || member.Answer == MemberAnswer.ThreeTimes)
            .Select(member => member.PersonId).ToListAsync(cancellationToken);
        ImmutableHashSet<string> Named(IEnumerable<string> ids) => [.. ids.Where(names.ContainsKey).Select(id => names[id])];
        return new PoolWeek([.. names.Values], new Dictionary<AggregateView, ImmutableHashSet<string>>
        {
            [AggregateView.Met] = Named(met),
            [AggregateView.Invited] = Named(invitations.Select(row => row.PersonId)),
            [AggregateView.SaidYes] = Named(invitations.Where(row => SaidYes.Contains(row.State)).Select(row => row.PersonId)),
            [AggregateView.NudgedMoreThanOnce] = Named(
                invitations.CountBy(row => row.PersonId).Where(count => count.Value > 1).Select(count => count.Key)),
        });
    }
}
