using System.Security.Claims;
using TeamsConnectBot.Admin.SignIn;

namespace TeamsConnectBot.Admin.Web;

/// <param name="Address">The page.</param>
/// <param name="Text">The key of its name.</param>
internal sealed record MenuEntry(string Address, string Text)
{
    /// <summary>Whether a page is this one or lies under it.</summary>
    public bool Leads(string path) =>
        path.Equals(Address, StringComparison.OrdinalIgnoreCase)
        || (Address != AdminFeature.Root && path.StartsWith(Address + "/", StringComparison.OrdinalIgnoreCase));
}

/// <summary>The pages, in the order of the menu.</summary>
internal static class Menu
{
    private static readonly MenuEntry[] Everybody = [new("/admin", "overview.title")];

    public static IEnumerable<MenuEntry> For(ClaimsPrincipal user) =>
        Enum.GetValues<AdminRole>().Any(role => AdminClaims.Has(user, role)) ? Everybody : [];
}
