using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>Trusts certificate authorities from a file besides the system's own: a company's proxy, a test tenant.</summary>
public static class ExtraCertificateAuthorities
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>Reads the authorities of a PEM file.</summary>
    /// <param name="path">A file with one or more certificates.</param>
    /// <exception cref="InvalidOperationException">The file cannot be read or holds no certificate; the message names it.</exception>
    public static X509Certificate2Collection Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InvalidOperationException($"The extra CA file '{path}' cannot be read: {e.Message}", e);
        }

        return authorities.Count > 0
            ? authorities
            : throw new InvalidOperationException($"The extra CA file '{path}' holds no certificate in PEM form.");
    }

    /// <summary>
    /// A handler for calls to Microsoft's services: no redirects (a bearer token must not travel), no cookies, and trust in
    /// the extra authorities if there are any. Host names, dates and purposes of certificates are checked either way.
    /// </summary>
    /// <param name="path">The PEM file, or null for the system's authorities alone.</param>
    /// <exception cref="InvalidOperationException">As <see cref="Load"/>.</exception>
    public static SocketsHttpHandler CreateHandler(string? path)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(5),
        };
        if (string.IsNullOrWhiteSpace(path)) return handler;

        var authorities = Load(path);
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
            errors is SslPolicyErrors.None
            || (errors is SslPolicyErrors.RemoteCertificateChainErrors && EndsIn(authorities, certificate, chain));
        return handler;
    }

    private static bool EndsIn(X509Certificate2Collection authorities, X509Certificate? certificate, X509Chain? sent)
    {
        if (certificate is not X509Certificate2 leaf) return false;

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        // As SslStream does by default; a private authority rarely publishes revocations.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        if (sent is not null) chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        return chain.Build(leaf);
    }
}
