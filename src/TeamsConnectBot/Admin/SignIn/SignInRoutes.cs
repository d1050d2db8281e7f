using Microsoft.AspNetCore.Authentication;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>Sends the browser to Entra, and afterwards back to the page it came for.</summary>
internal static class SignInRoutes
{
    // It travels through Entra inside the protected state, and an address has its limits.
    private const int LongestBack = 1000;

    public static IResult Start(string? back) =>
        Results.Challenge(new AuthenticationProperties { RedirectUri = LocalOr(back, AdminFeature.Root) }, [EntraSignInHandler.SchemeName]);

    /// <summary>An address on this page, and never one elsewhere.</summary>
    public static string LocalOr(string? back, string otherwise) =>
        back is { Length: <= LongestBack } && IsHere(back) && IsWritable(back) ? back : otherwise;

    private static bool IsHere(string back) =>
        back == AdminFeature.Root
        || back.StartsWith(AdminFeature.Root + "/", StringComparison.Ordinal)
        || back.StartsWith(AdminFeature.Root + "?", StringComparison.Ordinal);

    // The page's own addresses come escaped; what does not can't stand in a header, or means something else to a browser.
    private static bool IsWritable(string back) => back.All(letter => letter is > ' ' and <= '~' and not '\\');
}
