using Microsoft.AspNetCore.Authentication;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>Sends the browser to Entra, and afterwards back to the page it came for.</summary>
internal static class SignInRoutes
{
    public static IResult Start(string? back) =>
        Results.Challenge(new AuthenticationProperties { RedirectUri = LocalOr(back, AdminFeature.Root) }, [EntraSignInHandler.SchemeName]);

    /// <summary>An address on this page, and never one elsewhere.</summary>
    public static string LocalOr(string? back, string otherwise) =>
        back is not null && (back == AdminFeature.Root || back.StartsWith(AdminFeature.Root + "/", StringComparison.Ordinal) || back.StartsWith(AdminFeature.Root + "?", StringComparison.Ordinal))
            && !back.Contains('\\', StringComparison.Ordinal) && !back.Any(char.IsControl)
            ? back
            : otherwise;
}
