using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Meetings;

/// <summary>Describes a meeting's calendar event: only the offer, who comes, when and where.</summary>
internal sealed class CalendarEvents(Database database, PoolCatalogue pools)
{
    /// <summary>Whether the event that was written for a meeting is still right.</summary>
    public static bool IsUnchanged(MeetingRow written, MeetingRow now) =>
        (written.State == MeetingState.Off) == (now.State == MeetingState.Off) && written.StartsAt == now.StartsAt
        && written.Coming.Select(member => member.PersonId).ToHashSet(StringComparer.Ordinal)
            .SetEquals(now.Coming.Select(member => member.PersonId));

    public async Task<NewEvent> DescribeAsync(MeetingRow row, CancellationToken cancellationToken)
    {
        var ids = row.Coming.Select(member => member.PersonId).ToList();
        var people = await database.ReadAsync(
            db => db.Participants.Where(person => ids.Contains(person.PersonId)).OrderBy(person => person.PersonId)
                .ToListAsync(cancellationToken),
            cancellationToken);
        var pool = pools.Find(row.PoolId);

        // The text is in every language of the attendees, because they all see the same event.
        var texts = people.Select(person => Texts.For(person.Language)).Distinct()
            .OrderByDescending(each => each.Language, StringComparer.Ordinal).DefaultIfEmpty(Texts.For(null)).ToList();
        return new NewEvent(
            $"teamsconnectbot-{row.Id:N}",
            string.Join(" / ", texts.Select(each => each.Offers.For(row.Offer).Name).Distinct()),
            string.Join('\n', texts.Select(each => each.Common.EventBody)),
            row.StartsAt, row.EndsAt, pool.TimeZone,
            [.. people.Where(person => person.Mail is not null).Select(person => new Invitee(person.Mail!, person.Name))],
            row.Office is { } office ? pool.MeetingPointAt(office) : null);
    }
}
