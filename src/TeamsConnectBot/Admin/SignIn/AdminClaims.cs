using System.Security.Claims;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>What a session says about whoever signed in: an id, a name and offices; nothing else of the token is kept.</summary>
internal static class AdminClaims
{
    // The forms' guard ties a form to 'sub', and to every claim where there is none: then a changed role would make open forms useless.
    private const string Id = "sub";
    private const string Name = "name";
    private const string Role = "role";
    private const string AppRole = "approle";
    private const string Session = "sid";

    public static IEnumerable<Offices> Each { get; } = [Offices.Reader, Offices.Admin, Offices.WorksCouncil];

    public static ClaimsPrincipal Principal(SignedInPerson person, OfficesHeld held) => new(new ClaimsIdentity(
        [
            new Claim(Id, person.Id),
            new Claim(Name, person.Name),
            .. Claims(AppRole, held.ByAppRole),
            .. Claims(Role, held.All),
        ],
        EntraSignInHandler.SchemeName,
        Name,
        Role));

    /// <summary>The same person with other offices.</summary>
    public static ClaimsPrincipal With(ClaimsPrincipal user, Offices offices) => new(new ClaimsIdentity(
        [.. user.Claims.Where(claim => claim.Type != Role), .. Claims(Role, offices)], EntraSignInHandler.SchemeName, Name, Role));

    /// <summary>Ties whoever signs in to the session that was opened.</summary>
    public static void Add(ClaimsPrincipal user, string secret)
    {
        var identity = (ClaimsIdentity)user.Identity!;
        identity.TryRemoveClaim(identity.FindFirst(Session));
        identity.AddClaim(new Claim(Session, secret));
    }

    public static string? SessionOf(ClaimsPrincipal user) => user.FindFirst(Session)?.Value;

    public static string IdOf(ClaimsPrincipal user) =>
        user.FindFirst(Id)?.Value ?? throw new InvalidOperationException("Nobody is signed in.");

    public static Offices OfficesOf(ClaimsPrincipal user) => Read(user, Role);

    public static Offices ByAppRole(ClaimsPrincipal user) => Read(user, AppRole);

    /// <summary>Who acts on the page.</summary>
    public static Actor ActorOf(ClaimsPrincipal user) => new(IdOf(user), user.FindFirst(Name)!.Value, OfficesOf(user));

    private static IEnumerable<Claim> Claims(string type, Offices offices) =>
        Each.Where(office => offices.HasFlag(office)).Select(office => new Claim(type, office.ToString()));

    private static Offices Read(ClaimsPrincipal user, string type) =>
        Each.Where(office => user.HasClaim(type, office.ToString())).Aggregate(Offices.None, (all, office) => all | office);
}
