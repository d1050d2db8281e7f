using TeamsConnectBot.Admin.Web;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>Tells a user without the required role who has it.</summary>
internal sealed class NoAccessModel : AdminPageModel
{
    public void OnGet() => Response.StatusCode = StatusCodes.Status403Forbidden;
}
