namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>How the service authenticates to Entra. Exactly one of secret, certificate and managed identity is set.</summary>
public sealed record EntraCredentialOptions
{
    /// <summary>The tenant the application is registered in.</summary>
    public required string TenantId { get; init; }

    /// <summary>The application (client) id.</summary>
    public required string ClientId { get; init; }

    /// <summary>A client secret.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The path of a certificate with its private key, as PEM or as PFX without a password.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>The client id of a user-assigned managed identity.</summary>
    public string? ManagedIdentityClientId { get; init; }

    /// <summary>The authority; must be https.</summary>
    public required string Authority { get; init; }

    /// <summary>A PEM file with additional certificate authorities to trust, or null.</summary>
    public string? ExtraCaFile { get; init; }

    /// <summary>How many of the three kinds of credential are set.</summary>
    internal static int Kinds(params IEnumerable<string?> values) => values.Count(value => !string.IsNullOrWhiteSpace(value));
}
