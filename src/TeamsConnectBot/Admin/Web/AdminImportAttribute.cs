using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TeamsConnectBot.Admin.Pages.Rules;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.Web;

/// <summary>
/// Refuses an uploaded file with rules before it is read, from users who may not import, and when its declared length is too large.
/// Runs before antiforgery, which reads the whole form.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AdminImportAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
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

        if (!AdminClaims.ActorOf(http.User).Is(Role.Admin))
        {
            context.Result = new RedirectResult($"{AdminFeature.Root}/no-access");
        }
        else if (http.Request.ContentLength > RuleFile.MaxBytes + RulesModel.UploadOverhead)
        {
            PageNotes.Tell(http, RulesModel.TooLarge(PageTexts.For(http)), isProblem: true);
            await http.RequestServices.GetRequiredService<PageNotes>().KeepAsync(http);
            context.Result = new RedirectResult(RuleAddress.List);
        }
    }
}
