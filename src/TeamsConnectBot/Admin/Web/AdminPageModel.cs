using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Web;

/// <summary>The base of every page.</summary>
internal abstract class AdminPageModel : PageModel
{
    public PageTexts T => PageTexts.For(HttpContext);

    public Actor Me => AdminClaims.ActorOf(User);

    public bool MayChange => Me.Is(Role.Admin);

    public bool MayApprove => Me.Is(Role.WorksCouncil);

    public bool MayStop => Me.Is(Role.Admin | Role.WorksCouncil);

    /// <summary>The display name of a pool.</summary>
    public string PoolName(string id) => HttpContext.RequestServices.GetRequiredService<PoolCatalogue>().NameOf(id, T.Language);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // Without this, Razor would show the page without running a handler, so with no data.
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

    /// <summary>Shows a message above the content of the next page.</summary>
    protected void Tell(string text, bool isProblem = false) => PageNotes.Tell(HttpContext, text, isProblem);

    /// <summary>Opens the page that says which role is needed.</summary>
    protected RedirectResult NotAllowed() => Redirect($"{AdminFeature.Root}/no-access");

    /// <summary>Opens a page with a message about what was done, or why not.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="done">The text for success, as a key.</param>
    /// <param name="address">The page to open.</param>
    protected RedirectResult After(RuleOutcome outcome, string done, string address)
    {
        if (outcome.Kind == RuleOutcomeKind.NotAllowed)
        {
            return NotAllowed();
        }

        Tell(outcome.IsDone ? Outcomes.Done(T, T[done], outcome) : Outcomes.Say(T, outcome), !outcome.IsDone);
        return Redirect(address);
    }
}
