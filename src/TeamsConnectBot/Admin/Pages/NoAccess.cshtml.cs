using TeamsConnectBot.Admin.Web;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>Tells somebody without the role who can.</summary>
internal sealed class NoAccessModel : AdminPage
{
    public void OnGet() => Response.StatusCode = StatusCodes.Status403Forbidden;
}
