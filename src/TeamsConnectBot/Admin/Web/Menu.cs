using System.Security.Claims;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.Web;

/// <param name="Address">The page's address.</param>
/// <param name="Text">The key of its name in the page's texts.</param>
internal sealed record MenuEntry(string Address, string Text)
{
    /// <summary>Whether a page is this one or below it.</summary>
    public bool Leads(string path) =>
        path.Equals(Address, StringComparison.OrdinalIgnoreCase)
        || (Address != AdminFeature.Root && path.StartsWith(Address + "/", StringComparison.OrdinalIgnoreCase));
}

/// <summary>The pages, in the order of the menu.</summary>
internal static class Menu
{
    private static readonly MenuEntry[] First = [new("/admin", "overview.title"), new("/admin/rules", "rules.title")];

    private static readonly MenuEntry[] Rest =
    [
        new("/admin/figures", "figures.title"), new("/admin/texts", "texts.title"), new("/admin/holidays", "holidays.title"),
        new("/admin/contacts", "contacts.title"), new("/admin/topics", "topics.title"), new("/admin/report", "report.title"),
    ];

    public static IEnumerable<MenuEntry> For(ClaimsPrincipal user)
    {
        var me = AdminClaims.ActorOf(user);
        return me.Is(Role.Admin | Role.WorksCouncil)
            ? [.. First, new("/admin/approvals", "approvals.title"), .. Rest, new("/admin/log", "log.title")]
            : me.Roles == Role.None ? [] : [.. First, .. Rest];
    }
}
