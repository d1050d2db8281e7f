using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Calendar;

/// <summary>Who takes part in a new ritual: everybody in the channel, read once. In a large one nobody, until they say so.</summary>
internal sealed class FirstMembers(Database database, SpaceMembers members, IOptions<RitualOptions> options)
{
    public async Task ReadAsync(Guid ritualId, CancellationToken cancellationToken)
    {
        var (ritual, space) = await database.ReadAsync(
            async db =>
            {
                var row = await db.Rituals.FindAsync([ritualId], cancellationToken);
                return (row, row is null ? null : await db.Spaces.FindAsync([row.SpaceId], cancellationToken));
            },
            cancellationToken);
        if (ritual is not null && space is not null)
        {
            await ReadAsync(ritual, space, cancellationToken);
        }
    }

    public async Task ReadAsync(Ritual ritual, Space space, CancellationToken cancellationToken)
    {
        if (ritual.HasMembers || ritual.IsEnded || space.LostAt is not null)
        {
            return;
        }

        var found = await members.ReadAsync(space, options.Value.MostInvited, cancellationToken) ?? [];
        await database.WriteAsync(
            async db =>
            {
                if (await db.Rituals.FindAsync([ritual.Id], cancellationToken) is not { HasMembers: false } row)
                {
                    return;
                }

                row.HasMembers = true;
                var known = await db.RitualMembers.Where(member => member.RitualId == ritual.Id).Select(member => member.PersonId).ToListAsync(cancellationToken);
                db.RitualMembers.AddRange(found.Where(member => !known.Contains(member.PersonId))
                    .Select(member => new RitualMember { RitualId = ritual.Id, PersonId = member.PersonId, Name = member.Name, Mail = member.Mail }));
            },
            cancellationToken);
    }
}
