using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Meetings;

/// <summary>A season whose next meeting is to be planned.</summary>
/// <param name="First">The meeting with which it began.</param>
/// <param name="NextTime">Which of the three times the next one is: 2 or 3.</param>
internal sealed record WaitingSeason(Guid First, int NextTime);

/// <summary>
/// Finds out which seasons there are from meetings and the answers after them. Nothing else is stored about a season: a row of its own
/// would tell a person, by being in their export or not, what the other one answered.
/// </summary>
internal sealed class SeasonBook(TimeProvider clock)
{
    /// <summary>
    /// Whether somebody in this meeting can ask for a season: two people who are not in the middle of one, and did not meet for help.
    /// </summary>
    public static bool CanBegin(MeetingRow row) =>
        !row.IsForQuestion && !row.IsOpenTable && row.Coming.Count() == 2 && row.SeasonTime is null or Season.MostTimes;

    /// <summary>The pairs of a pool whose next meeting is to be planned.</summary>
    public async Task<IReadOnlyDictionary<PersonPair, WaitingSeason>> WaitingAsync(
        ConnectDb db, string poolId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var since = now - Season.Longest - Duration.FromDays(1);
        var first = await db.Meetings.Include(row => row.Members)
            .Where(row => row.PoolId == poolId && row.State == MeetingState.Over && row.StartsAt > since
                && row.Members.Count(member => member.Coming && member.Answer == MemberAnswer.ThreeTimes) > 1)
            .OrderBy(row => row.StartsAt).ToListAsync(cancellationToken);
        var ids = first.ConvertAll(row => row.Id);
        var later = (await db.Meetings.Where(row => row.SeasonOf != null && ids.Contains(row.SeasonOf.Value))
            .OrderBy(row => row.StartsAt).ToListAsync(cancellationToken)).ToLookup(row => row.SeasonOf!.Value);
        var waiting = new Dictionary<PersonPair, WaitingSeason>();
        foreach (var row in first.Where(CanBegin))
        {
            var season = Of(row, later[row.Id]);
            if (row.EndsAt + Season.Longest <= now)
            {
                season = SeasonMachine.Apply(season, SeasonEvent.WeeksPassed);
            }

            if (season.State == SeasonState.Waiting)
            {
                waiting[new PersonPair(season.One, season.Other)] = new WaitingSeason(row.Id, season.Times + 1);
            }
        }

        return waiting;
    }

    /// <summary>Ends a member's part in a season; the other one is not told.</summary>
    public static async Task DropAsync(ConnectDb db, string personId, Guid? first, CancellationToken cancellationToken)
    {
        var wishes = await db.Members
            .Where(member => member.PersonId == personId && member.Answer == MemberAnswer.ThreeTimes
                && (first == null || member.ConnectionId == first))
            .ToListAsync(cancellationToken);
        wishes.ForEach(member => member.Answer = MemberAnswer.Met);
    }

    private static Season Of(MeetingRow first, IEnumerable<MeetingRow> later)
    {
        var members = first.Coming.OrderBy(member => member.PersonId, StringComparer.Ordinal).ToList();
        var wishes = members.Where(member => member.Answer == MemberAnswer.ThreeTimes)
            .Select(member => SeasonEvent.Wanted(member.PersonId));
        return wishes.Concat(later.SelectMany(HappenedTo))
            .Aggregate(new Season(members[0].PersonId, members[1].PersonId), SeasonMachine.Apply);
    }

    private static IEnumerable<SeasonEvent> HappenedTo(MeetingRow row) => row.State switch
    {
        MeetingState.Over => [SeasonEvent.Settled, SeasonEvent.TookPlace],
        MeetingState.Off => [SeasonEvent.Settled, SeasonEvent.CalledOff],
        _ => [SeasonEvent.Settled],
    };
}
