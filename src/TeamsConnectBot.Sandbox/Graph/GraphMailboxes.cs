using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Which mailboxes there are and which the app may write to.</summary>
internal static class GraphMailboxes
{
    /// <summary>The mailbox's address; null when there is none under this key.</summary>
    public static string? AddressOf(SandboxTenant tenant, string key) =>
        IsService(tenant, key) ? tenant.Identity.ServiceMailbox : tenant.People.ByKey(key)?.Mail;

    /// <summary>Why this mailbox can't be used; null when it can.</summary>
    public static GraphReply? Refusal(SandboxTenant tenant, string key)
    {
        if (AddressOf(tenant, key) is not null)
        {
            return null;
        }

        return tenant.People.ByKey(key) is null
            ? GraphReply.NotFound(key)
            : GraphReply.Error(404, "MailboxNotEnabledForRESTAPI", "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
    }

    /// <summary>As <see cref="Refusal"/>, for writing: RBAC for Applications leaves the app one mailbox.</summary>
    public static GraphReply? WriteRefusal(SandboxTenant tenant, string key)
    {
        if (IsService(tenant, key))
        {
            return null;
        }

        return Refusal(tenant, key) ?? GraphReply.Error(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
    }

    private static bool IsService(SandboxTenant tenant, string key) =>
        string.Equals(key, tenant.Identity.ServiceMailbox, StringComparison.OrdinalIgnoreCase);
}
