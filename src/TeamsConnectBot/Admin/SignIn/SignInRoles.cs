using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>The roles that follow from the app roles and groups of a person who signs in.</summary>
internal sealed class SignInRoles(IOptions<RoleOptions> options, RoleDirectory directory)
{
    /// <exception cref="Graph.Transport.GraphUnavailableException">The token lacks groups, and Graph was unavailable.</exception>
    public async Task<HeldRoles> OfAsync(SignedInPerson person, CancellationToken cancellationToken)
    {
        var byAppRole = options.Value.RolesOf(person.AppRoles);
        var byGroup = person.GroupsAreMissing
            ? await directory.ByGroupAsync(person.Id, cancellationToken) : options.Value.RolesOf(person.Groups);
        return new HeldRoles(byAppRole, byAppRole | byGroup);
    }
}

/// <param name="ByAppRole">The roles that follow from app roles; these are known from a sign-in only.</param>
/// <param name="All">The roles that follow from groups and app roles together.</param>
internal sealed record HeldRoles(Role ByAppRole, Role All);

/// <summary>The person a token identifies.</summary>
/// <param name="Id">The Entra object id.</param>
/// <param name="Name">The name in Entra.</param>
/// <param name="AppRoles">The app roles the token names.</param>
/// <param name="Groups">The ids of the groups the token names.</param>
/// <param name="GroupsAreMissing">Whether the person is in more groups than fit in a token.</param>
internal sealed record SignedInPerson(
    string Id, string Name, IReadOnlyList<string> AppRoles, IReadOnlyList<string> Groups, bool GroupsAreMissing);
