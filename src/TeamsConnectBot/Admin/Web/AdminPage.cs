using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Admin.Web;

/// <summary>What every page has at hand.</summary>
internal abstract class AdminPage : PageModel
{
    public PageTexts T => PageTexts.For(HttpContext);

    public Actor Me => AdminClaims.ActorOf(User);

    public bool MayChange => Me.Is(Offices.Admin);

    public bool MayApprove => Me.Is(Offices.WorksCouncil);

    public bool MayStop => Me.Is(Offices.Admin | Offices.WorksCouncil);

    /// <summary>What the next page says above its content.</summary>
    protected void Tell(string text, bool isProblem = false) => TempData[isProblem ? "Problem" : "Done"] = text;

    /// <summary>Tells who can, where somebody's office does not do this.</summary>
    protected RedirectResult NotAllowed() => Redirect($"{AdminFeature.Root}/no-access");
}
