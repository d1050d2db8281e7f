namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>Who the service is to Entra. Exactly one of secret, certificate and managed identity is set.</summary>
public sealed record EntraCredentialOptions
{
    /// <summary>The public cloud's authority.</summary>
    public const string DefaultAuthority = "https://login.microsoftonline.com/";

    /// <summary>The tenant the application is registered in.</summary>
    public required string TenantId { get; init; }

    /// <summary>The application (client) id.</summary>
    public required string ClientId { get; init; }

    /// <summary>A client secret.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The path of a certificate with its private key, as PEM or PFX without a password.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>The client id of a user-assigned managed identity.</summary>
    public string? ManagedIdentityClientId { get; init; }

    /// <summary>The authority, which must be https.</summary>
    public string Authority { get; init; } = DefaultAuthority;

    /// <summary>A PEM file with extra authorities to trust, or null.</summary>
    public string? ExtraCaFile { get; init; }

    /// <summary>How many of the three kinds are set.</summary>
    internal static int Kinds(params ReadOnlySpan<string?> values)
    {
        var set = 0;
        foreach (var value in values)
            if (!string.IsNullOrWhiteSpace(value)) set++;
        return set;
    }
}
