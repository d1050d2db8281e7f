namespace TeamsConnectBot.Admin.SignIn;

/// <summary>The names of the authorization policies of the admin page.</summary>
internal static class AdminPolicy
{
    /// <summary>For people with any role: view the pages.</summary>
    public const string Look = "look";

    /// <summary>For the works council and admins: read the audit log.</summary>
    public const string Audit = "audit";
}
