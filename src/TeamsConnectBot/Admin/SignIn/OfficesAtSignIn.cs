using Microsoft.Extensions.Options;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>Which offices follow from the app roles and groups of whoever signs in, and later from their groups.</summary>
internal sealed class OfficesAtSignIn(IOptions<RoleOptions> options, GraphGroups groups)
{
    public async Task<OfficesHeld> OfAsync(SignedInPerson person, CancellationToken cancellationToken)
    {
        var byAppRole = Of(person.AppRoles);
        var byGroup = person.GroupsAreMissing ? await ByGroupAsync(person.Id, cancellationToken) : Of(person.Groups);
        return new OfficesHeld(byAppRole, byAppRole | byGroup);
    }

    /// <summary>By the groups Graph says somebody is in now.</summary>
    /// <exception cref="Graph.Transport.GraphUnavailableException">Graph gave no usable answer.</exception>
    public async Task<Offices> ByGroupAsync(string personId, CancellationToken cancellationToken) =>
        options.Value.Groups is { Count: > 0 } wanted ? Of(await groups.WhichHoldAsync(personId, wanted, cancellationToken)) : Offices.None;

    private Offices Of(IReadOnlyCollection<string> held) => OfficeBook.Of(
        Enum.GetValues<AdminRole>().Where(role => options.Value.Of(role).Intersect(held, StringComparer.OrdinalIgnoreCase).Any()));
}

/// <param name="ByAppRole">What app roles give; known from a sign-in only.</param>
/// <param name="All">What groups and app roles give together.</param>
internal sealed record OfficesHeld(Offices ByAppRole, Offices All);
