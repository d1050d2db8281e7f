using Microsoft.AspNetCore.Mvc.RazorPages;
using TeamsConnectBot.Admin.SignIn;

namespace TeamsConnectBot.Admin.Web;

/// <summary>What every page has at hand.</summary>
internal abstract class AdminPage : PageModel
{
    public PageTexts T => PageTexts.For(HttpContext);

    public string Me => AdminClaims.IdOf(User);

    public bool MayChange => AdminClaims.Has(User, AdminRole.Admin);

    public bool MayApprove => AdminClaims.Has(User, AdminRole.WorksCouncil);

    public bool MayStop => MayChange || MayApprove;
}
