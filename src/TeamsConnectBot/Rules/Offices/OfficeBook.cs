using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using TeamsConnectBot.Graph.People;

namespace TeamsConnectBot.Rules;

/// <summary>Who holds which office: by the groups Graph says somebody is in, or by what their sign-in carries.</summary>
internal sealed class OfficeBook(IOptions<RolesOptions> options, GraphMemberships memberships)
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

        var groups = options.Value.All().Select(one => one.GroupOrRole).Where(one => Guid.TryParse(one, out _)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var offices = groups.Count == 0 ? Offices.None : Of(await memberships.AmongAsync(personId, groups, cancellationToken));
        known[personId] = (offices, TimeProvider.System.GetTimestamp());
        return offices;
    }

    /// <summary>The offices that app roles and group ids of a validated sign-in give.</summary>
    public Offices Of(IEnumerable<string> groupsAndRoles)
    {
        var held = groupsAndRoles.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return options.Value.All().Where(one => held.Contains(one.GroupOrRole)).Aggregate(Offices.None, (all, one) => all | one.Office);
    }
}
