using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TeamsConnectBot.Admin.Pages.Rules;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.Web;

/// <summary>
/// Refuses a file with rules before anything of it is read: from whoever may not import one, and when it says it is too large. The
/// forms' guard reads a whole form, so this comes before it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AdminsImportAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const string Handler = "Import";

    public int Order => 800;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.Query["handler"].Contains(Handler, StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        if (!AdminClaims.ActorOf(http.User).Is(Offices.Admin))
        {
            context.Result = new RedirectResult($"{AdminFeature.Root}/no-access");
        }
        else if (http.Request.ContentLength > RuleFile.MaxBytes + RulesModel.AroundTheFile)
        {
            PageNotes.Tell(http, RulesModel.TooLarge(PageTexts.For(http)), isProblem: true);
            await http.RequestServices.GetRequiredService<PageNotes>().KeepAsync(http);
            context.Result = new RedirectResult(RuleAddress.List);
        }
    }
}
