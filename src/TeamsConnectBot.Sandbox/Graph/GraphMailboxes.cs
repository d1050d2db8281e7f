using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Which mailboxes exist, and which of them the app may write to.</summary>
internal static class GraphMailboxes
{
    /// <summary>The mailbox's address; null when this key has no mailbox.</summary>
    public static string? AddressOf(SandboxTenant tenant, string key) =>
        IsService(tenant, key) ? tenant.Identity.ServiceMailbox : tenant.People.ByKey(key)?.Mail;

    /// <summary>The error for a mailbox that can't be used; null when it can.</summary>
    public static GraphReply? Refusal(SandboxTenant tenant, string key) =>
        AddressOf(tenant, key) is not null ? null
        : tenant.People.ByKey(key) is null ? GraphReply.NotFound(key)
        : GraphReply.Error(404, "MailboxNotEnabledForRESTAPI", "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");

    /// <summary>Like <see cref="Refusal"/>, but for writing: RBAC for Applications limits the app to one mailbox.</summary>
    public static GraphReply? WriteRefusal(SandboxTenant tenant, string key) => IsService(tenant, key)
        ? null
        : Refusal(tenant, key) ?? GraphReply.Error(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");

    private static bool IsService(SandboxTenant tenant, string key) =>
        string.Equals(key, tenant.Identity.ServiceMailbox, StringComparison.OrdinalIgnoreCase);
}
