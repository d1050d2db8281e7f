using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>What a session says about the signed-in person: an id, a name and roles. Nothing else of the token is kept.</summary>
internal static class AdminClaims
{
    // Antiforgery ties a form to 'sub', or to every claim when there is no 'sub'; a changed role would then invalidate open forms.
    private const string Id = "sub";
    private const string Name = "name";
    private const string RoleClaim = "role";
    private const string AppRole = "approle";
    private const string Session = "sid";

    public static ClaimsPrincipal Principal(SignedInPerson person, HeldRoles held) => Principal(
        [new Claim(Id, person.Id), new Claim(Name, person.Name), .. Claims(AppRole, held.ByAppRole), .. Claims(RoleClaim, held.All)]);

    /// <summary>The same person with other roles.</summary>
    public static ClaimsPrincipal With(ClaimsPrincipal user, Role roles) =>
        Principal([.. user.Claims.Where(claim => claim.Type != RoleClaim), .. Claims(RoleClaim, roles)]);

    /// <summary>Ties a person who signs in to the session that was opened.</summary>
    public static void Add(ClaimsPrincipal user, string secret)
    {
        var identity = (ClaimsIdentity)user.Identity!;
        identity.TryRemoveClaim(identity.FindFirst(Session));
        identity.AddClaim(new Claim(Session, secret));
    }

    public static string? SessionOf(ClaimsPrincipal user) => user.FindFirst(Session)?.Value;

    public static string IdOf(ClaimsPrincipal user) =>
        user.FindFirst(Id)?.Value ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Tells people who use the same browser apart, without saying who they are.</summary>
    public static string MarkOf(ClaimsPrincipal user) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(IdOf(user))))[..16];

    public static Role RolesOf(ClaimsPrincipal user) => Read(user, RoleClaim);

    public static Role ByAppRole(ClaimsPrincipal user) => Read(user, AppRole);

    /// <summary>The signed-in person as an actor.</summary>
    public static Actor ActorOf(ClaimsPrincipal user) => new(IdOf(user), user.FindFirst(Name)!.Value, RolesOf(user));

    private static ClaimsPrincipal Principal(IEnumerable<Claim> claims) =>
        new(new ClaimsIdentity(claims, EntraSignInHandler.SchemeName, Name, RoleClaim));

    private static IEnumerable<Claim> Claims(string type, Role roles) =>
        RoleOptions.All.Where(role => roles.HasFlag(role)).Select(role => new Claim(type, role.ToString()));

    private static Role Read(ClaimsPrincipal user, string type) =>
        RoleOptions.All.Where(role => user.HasClaim(type, role.ToString())).Aggregate(Role.None, (all, role) => all | role);
}
