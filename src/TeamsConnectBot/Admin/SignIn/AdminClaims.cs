using System.Security.Claims;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>What a session says about whoever signed in: an id, a name and offices; nothing else of the token is kept.</summary>
internal static class AdminClaims
{
    private const string Id = "oid";
    private const string Name = "name";
    private const string Role = "role";

    public static IEnumerable<Offices> Each { get; } = [Offices.Reader, Offices.Admin, Offices.WorksCouncil];

    public static ClaimsPrincipal Principal(SignedInPerson person, Offices offices) => new(new ClaimsIdentity(
        [
            new Claim(Id, person.Id),
            new Claim(Name, person.Name),
            .. Each.Where(office => offices.HasFlag(office)).Select(office => new Claim(Role, office.ToString())),
        ],
        EntraSignInHandler.SchemeName,
        Name,
        Role));

    /// <summary>Who acts on the page.</summary>
    public static Actor ActorOf(ClaimsPrincipal user) => new(
        user.FindFirst(Id)?.Value ?? throw new InvalidOperationException("Nobody is signed in."),
        user.FindFirst(Name)!.Value,
        Each.Where(office => user.IsInRole(office.ToString())).Aggregate(Offices.None, (all, office) => all | office));
}
