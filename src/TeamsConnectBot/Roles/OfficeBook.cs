using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using TeamsConnectBot.Graph.People;

namespace TeamsConnectBot.Roles;

/// <summary>
/// Who holds which office in chat: by the groups Graph says somebody is in. App roles count on the page only, since here is no
/// sign-in to carry them.
/// </summary>
internal sealed class OfficeBook(IOptions<RoleOptions> options, GraphGroups groups)
{
    // Long enough for a conversation, short enough for somebody who left the office. By the real clock: it is about Graph.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (Offices Offices, long At)> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The offices of somebody in chat.</summary>
    /// <exception cref="Graph.Transport.GraphUnavailableException">Graph gave no usable answer.</exception>
    public async Task<Offices> OfAsync(string personId, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(personId, out var before) && TimeProvider.System.GetElapsedTime(before.At) < Remembered)
        {
            return before.Offices;
        }

        var wanted = options.Value.Groups;
        var held = wanted.Count == 0 ? [] : await groups.WhichHoldAsync(personId, wanted, cancellationToken);
        var offices = Of(Enum.GetValues<AdminRole>().Where(role => options.Value.Of(role).Intersect(held, StringComparer.OrdinalIgnoreCase).Any()));
        known[personId] = (offices, TimeProvider.System.GetTimestamp());
        return offices;
    }

    /// <summary>The offices that the page's roles are.</summary>
    public static Offices Of(IEnumerable<AdminRole> roles) => roles.Aggregate(Offices.None, (all, role) => all | role switch
    {
        AdminRole.Admin => Offices.Admin,
        AdminRole.WorksCouncil => Offices.WorksCouncil,
        _ => Offices.Reader,
    });
}
