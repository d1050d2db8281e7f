using Microsoft.Extensions.Options;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>Which offices follow from the app roles and groups of whoever signs in.</summary>
internal sealed class OfficesAtSignIn(OfficeBook book, IOptions<RolesOptions> options, GraphMemberships memberships)
{
    public async Task<Offices> OfAsync(SignedInPerson person, CancellationToken cancellationToken)
    {
        IReadOnlyCollection<string> held = [.. person.AppRoles, .. person.Groups];
        if (person.GroupsAreMissing && Groups() is { Count: > 0 } wanted)
        {
            held = [.. held, .. await memberships.AmongAsync(person.Id, wanted, cancellationToken)];
        }

        return book.Of(held);
    }

    private List<string> Groups() => [.. options.Value.All().Select(one => one.GroupOrRole).Where(one => Guid.TryParse(one, out _)).Distinct(StringComparer.OrdinalIgnoreCase)];
}
