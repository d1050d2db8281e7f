namespace TeamsConnectBot.Admin.SignIn;

/// <summary>What somebody may do on the page, and the names of the policies that ask for it.</summary>
internal static class AdminPolicy
{
    /// <summary>Any role: look.</summary>
    public const string Look = "look";

    /// <summary>Admins: change rules, texts, holidays and contacts.</summary>
    public const string Change = "change";

    /// <summary>The works council: approve.</summary>
    public const string Approve = "approve";

    /// <summary>Admins and the works council: stop everything.</summary>
    public const string Stop = "stop";

    /// <summary>The works council and admins: read who did what.</summary>
    public const string Audit = "audit";
}
