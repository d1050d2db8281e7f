namespace TeamsConnectBot.Admin.SignIn;

/// <summary>The names of the authorization policies of the admin page.</summary>
internal static class AdminPolicy
{
    /// <summary>Any role: look.</summary>
    public const string Look = "look";

    /// <summary>The works council and admins: read the audit log.</summary>
    public const string Audit = "audit";
}
