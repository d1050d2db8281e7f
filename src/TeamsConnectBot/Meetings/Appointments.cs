using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Meetings;

/// <summary>
/// Reads somebody's own appointments. A meeting that was not announced yet is left out, and a meeting that another member wants to move
/// looks as before.
/// </summary>
internal sealed class Appointments(MeetingCards cards, IEnumerable<AppointmentSource> sources, TimeProvider clock)
{
    private const int MostRituals = 20;

    // Longer than any meeting; what is over by now is dropped after reading.
    private static readonly Duration LongestMeeting = Duration.FromHours(12);

    /// <returns>Null when there is nothing to show.</returns>
    public async Task<AppointmentsCard?> CardAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var rows = await db.Meetings.Include(row => row.Members)
            .Where(row => (row.State == MeetingState.Announced || row.State == MeetingState.Moving)
                && row.StartsAt > now - LongestMeeting && row.Members.Any(member => member.PersonId == personId && member.Coming))
            .OrderBy(row => row.StartsAt).ToListAsync(cancellationToken);
        var meetings = new List<MeetingDetails>();
        foreach (var row in rows.Where(row => row.EndsAt > now))
        {
            var member = row.Members.First(one => one.PersonId == personId);
            meetings.Add(await cards.DetailsAsync(db, row, member, cancellationToken));
        }

        var others = new List<NamedTime>();
        foreach (var source in sources)
        {
            others.AddRange(await source.NextTimesAsync(db, personId, cancellationToken));
        }

        var met = await TimesMetAsync(db, personId, cancellationToken);
        return meetings.Count + others.Count + met == 0
            ? null
            : new AppointmentsCard(meetings, [.. others.OrderBy(other => other.Slot.Start).Take(MostRituals)], met);
    }

    /// <summary>What is answered when there is nothing to show.</summary>
    public static Card NothingFor(Participant person) =>
        person.JoinedAt is null ? PersonalCards.JoinFirst(person) : new StateCard(CardState.NoMeeting);

    private static Task<int> TimesMetAsync(ConnectDb db, string personId, CancellationToken cancellationToken) => db.Meetings.CountAsync(
        row => row.State == MeetingState.Over && row.Members.Any(
            member => member.PersonId == personId && member.Coming && member.Answer != MemberAnswer.DidNotMeet),
        cancellationToken);
}
