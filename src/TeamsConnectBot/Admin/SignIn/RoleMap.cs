using Microsoft.Extensions.Options;
using TeamsConnectBot.Graph.People;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>Which roles follow from the app roles and groups of whoever signs in.</summary>
internal sealed class RoleMap(IOptions<RoleOptions> options, GraphGroups groups)
{
    public async Task<IReadOnlyList<AdminRole>> OfAsync(SignedInPerson person, CancellationToken cancellationToken)
    {
        IReadOnlyCollection<string> held = [.. person.AppRoles, .. person.Groups];
        if (person.GroupsAreMissing && options.Value.Groups is { Count: > 0 } wanted)
        {
            held = [.. held, .. await groups.WhichHoldAsync(person.Id, wanted, cancellationToken)];
        }

        return [.. Enum.GetValues<AdminRole>().Where(role => options.Value.Of(role).Intersect(held, StringComparer.OrdinalIgnoreCase).Any())];
    }
}
