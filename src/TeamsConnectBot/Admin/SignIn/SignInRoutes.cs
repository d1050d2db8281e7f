using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>Sends the browser to Entra, and afterwards back to the page that was asked for.</summary>
internal static class SignInRoutes
{
    // The address travels through Entra inside the protected state, and URLs have a maximum length.
    private const int LongestBack = 1000;

    public static IResult Start(string? back) =>
        Results.Challenge(new AuthenticationProperties { RedirectUri = LocalOr(back, AdminFeature.Root) }, [EntraSignInHandler.SchemeName]);

    /// <summary>The return address if it is on the admin page, otherwise the fallback: never an address elsewhere.</summary>
    public static string LocalOr(string? back, string fallback) =>
        back is { Length: <= LongestBack } && IsHere(back) && IsWritable(back) ? WithoutHandler(back) : fallback;

    // When the session ended before a form was sent, 'back' is the address of the form's handler, which answers to the form only.
    private static string WithoutHandler(string back)
    {
        var query = back.IndexOf('?', StringComparison.Ordinal);
        return query < 0 || !back.Contains("handler=", StringComparison.Ordinal) ? back
            : back[..query] + new QueryBuilder(
                QueryHelpers.ParseQuery(back[query..]).Where(part => part.Key != "handler")).ToQueryString();
    }

    private static bool IsHere(string back) =>
        back == AdminFeature.Root || back.StartsWith(AdminFeature.Root + "/", StringComparison.Ordinal)
        || back.StartsWith(AdminFeature.Root + "?", StringComparison.Ordinal);

    // The page's own addresses are escaped. Other characters are not allowed in a header, or browsers read them differently.
    private static bool IsWritable(string back) => back.All(letter => letter is > ' ' and <= '~' and not '\\');
}
