namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The ids and secret that an administrator would note down when registering the app.</summary>
internal sealed record TenantIdentity
{
    public required Guid TenantId { get; init; }

    public required Guid AppId { get; init; }

    public required string ClientSecret { get; init; }

    /// <summary>The only mailbox the app may write to.</summary>
    public required string ServiceMailbox { get; init; }

    /// <summary>The group whose members form the pool.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>The cloud the tenant is in.</summary>
    public TenantCloud Cloud { get; init; } = TenantCloud.Public;
}
