using Microsoft.AspNetCore.Authentication;

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
        back is { Length: <= LongestBack } && IsHere(back) && IsWritable(back) ? back : fallback;

    private static bool IsHere(string back) =>
        back == AdminFeature.Root || back.StartsWith(AdminFeature.Root + "/", StringComparison.Ordinal)
        || back.StartsWith(AdminFeature.Root + "?", StringComparison.Ordinal);

    // The page's own addresses are escaped. Other characters are not allowed in a header, or browsers read them differently.
    private static bool IsWritable(string back) => back.All(letter => letter is > ' ' and <= '~' and not '\\');
}
