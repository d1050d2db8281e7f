using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.Admin.Web;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>Signs users in, through Entra or, inside Teams, with the token that Teams provides.</summary>
internal sealed class SignInModel(EntraTokenValidation tokens, SignInRoles roles) : AdminPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    [BindProperty(SupportsGet = true, Name = "problem")]
    public bool HasProblem { get; set; }

    /// <summary>Whether a form was sent after the session had ended.</summary>
    [BindProperty(SupportsGet = true, Name = "lost")]
    public bool IsFormLost { get; set; }

    public string StartAddress => $"{AdminFeature.Root}/sign-in/microsoft?back={Uri.EscapeDataString(Target)}";

    private string Target => SignInRoutes.LocalOr(Back, AdminFeature.Root);

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Target) : Page();

    public async Task<IActionResult> OnPostTeamsAsync(string? token, CancellationToken cancellationToken)
    {
        try
        {
            var person = await tokens.ReadTeamsTokenAsync(token, cancellationToken);
            await HttpContext.SignInAsync(AdminClaims.Principal(person, await roles.OfAsync(person, cancellationToken)));
            return LocalRedirect(Target);
        }
        catch (SecurityTokenException)
        {
            HasProblem = true;
            return Page();
        }
    }

    public async Task<IActionResult> OnPostOutAsync()
    {
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return RedirectToPage("/SignIn");
    }
}
