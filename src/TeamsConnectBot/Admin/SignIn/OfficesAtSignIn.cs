using Microsoft.Extensions.Options;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>Which offices follow from the app roles and groups of whoever signs in.</summary>
internal sealed class OfficesAtSignIn(IOptions<RoleOptions> options, GraphGroups groups)
{
    public async Task<Offices> OfAsync(SignedInPerson person, CancellationToken cancellationToken)
    {
        IReadOnlyCollection<string> held = [.. person.AppRoles, .. person.Groups];
        if (person.GroupsAreMissing && options.Value.Groups is { Count: > 0 } wanted)
        {
            held = [.. held, .. await groups.WhichHoldAsync(person.Id, wanted, cancellationToken)];
        }

        return OfficeBook.Of(Enum.GetValues<AdminRole>().Where(role => options.Value.Of(role).Intersect(held, StringComparer.OrdinalIgnoreCase).Any()));
    }
}
