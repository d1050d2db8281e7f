using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Connections;

/// <summary>What stands in the calendars: just the kind, who comes, when and where.</summary>
internal sealed class CalendarEvents(Database database, PoolCatalogue pools)
{
    public async Task<NewEvent> DescribeAsync(ConnectionRow row, CancellationToken cancellationToken)
    {
        var ids = row.Coming.Select(member => member.PersonId).ToList();
        var people = await database.ReadAsync(
            db => db.Participants.Where(person => ids.Contains(person.PersonId)).OrderBy(person => person.PersonId).ToListAsync(cancellationToken),
            cancellationToken);
        var pool = pools.Find(row.PoolId);
        var texts = Texts.For(people.All(person => person.Language == "nl") ? "nl" : Texts.DefaultLanguage);
        return new NewEvent(
            $"teamsconnectbot-{row.Id:N}",
            texts.Offers.For(row.Offer).Name,
            texts.Common.EventBody,
            row.StartsAt,
            row.EndsAt,
            pool.TimeZone,
            [.. people.Where(person => person.Mail is not null).Select(person => new Attendee(person.Mail!, person.Name))],
            row.Office is { } office ? pool.MeetingPointAt(office) ?? office : null);
    }
}
