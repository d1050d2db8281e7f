using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.Web;

/// <summary>What every page has at hand.</summary>
internal abstract class AdminPage : PageModel
{
    public PageTexts T => PageTexts.For(HttpContext);

    public Actor Me => AdminClaims.ActorOf(User);

    public bool MayChange => Me.Is(Offices.Admin);

    public bool MayApprove => Me.Is(Offices.WorksCouncil);

    public bool MayStop => Me.Is(Offices.Admin | Offices.WorksCouncil);

    /// <summary>What people call a pool.</summary>
    public string PoolName(string id) => HttpContext.RequestServices.GetRequiredService<PoolCatalogue>().NameOf(id, T.Language);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // Without a handler of that name the page would be shown without anything read for it.
        if (context.HandlerMethod is null)
        {
            context.Result = NotFound();
            return;
        }

        var executed = await next();
        if (executed.Result is RedirectResult)
        {
            await HttpContext.RequestServices.GetRequiredService<PageNotes>().KeepAsync(HttpContext);
        }
    }

    /// <summary>What the next page says above its content.</summary>
    protected void Tell(string text, bool isProblem = false) => PageNotes.Tell(HttpContext, text, isProblem);

    /// <summary>Tells who can, where somebody's office does not do this.</summary>
    protected RedirectResult NotAllowed() => Redirect($"{AdminFeature.Root}/no-access");
}
