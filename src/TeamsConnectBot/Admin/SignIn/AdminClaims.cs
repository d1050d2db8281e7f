using System.Security.Claims;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>What a session says about whoever signed in: an id, a name and roles; nothing else of the token is kept.</summary>
internal static class AdminClaims
{
    private const string Id = "oid";
    private const string Name = "name";
    private const string Role = "role";

    public static ClaimsPrincipal Principal(SignedInPerson person, IEnumerable<AdminRole> roles) => new(new ClaimsIdentity(
        [new Claim(Id, person.Id), new Claim(Name, person.Name), .. roles.Select(role => new Claim(Role, role.ToString()))],
        EntraSignInHandler.SchemeName,
        Name,
        Role));

    public static string IdOf(ClaimsPrincipal user) => user.FindFirst(Id)?.Value ?? throw new InvalidOperationException("Nobody is signed in.");

    public static bool Has(ClaimsPrincipal user, AdminRole role) => user.IsInRole(role.ToString());
}
