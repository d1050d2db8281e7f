using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Web;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>The error page, for requests that found nothing, were refused or failed.</summary>
[IgnoreAntiforgeryToken]
internal sealed class ProblemModel : AdminPageModel
{
    /// <summary>The prefix of this error's keys in the page's texts.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Runs for a form that was refused before its page handled it.</summary>
    public void OnPost() => OnGet();

    public void OnGet()
    {
        // When opened directly, the page acts as if it did not exist.
        Response.StatusCode = Response.StatusCode < StatusCodes.Status400BadRequest ? StatusCodes.Status404NotFound : Response.StatusCode;
        Key = Response.StatusCode switch
        {
            StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => "problem.page.missing",
            StatusCodes.Status413PayloadTooLarge => "problem.page.large",
            >= StatusCodes.Status500InternalServerError => "problem.page.failed",
            _ => "problem.page.old",
        };
    }
}
