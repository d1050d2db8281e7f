using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Web;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>What is shown in the place of an answer that has no page of its own: nothing is there, or it could not be taken.</summary>
[IgnoreAntiforgeryToken]
internal sealed class ProblemModel : AdminPage
{
    /// <summary>Where its words stand in the page's texts.</summary>
    public string Key { get; private set; } = "";

    public void OnGet() => Say();

    /// <summary>The same for a form that was refused before its page saw it.</summary>
    public void OnPost() => Say();

    private void Say()
    {
        // Opened by itself, the page is one that is not there.
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
