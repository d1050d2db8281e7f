using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>Trusts certificate authorities from a file in addition to the system's own: a company's proxy, or a test tenant.</summary>
public static class ExtraCertificateAuthorities
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>
    /// Creates a handler for calls to Microsoft's services: no redirects, because a bearer token must not be sent elsewhere; no cookies;
    /// and trust in the extra authorities, if any. A certificate's host name, dates and purposes are checked in all cases.
    /// </summary>
    /// <param name="path">The PEM file, or null for the system's authorities only.</param>
    /// <exception cref="InvalidOperationException">The file cannot be read or contains no certificate; the message names it.</exception>
    public static SocketsHttpHandler CreateHandler(string? path)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(5),
        };
        if (!string.IsNullOrWhiteSpace(path))
        {
            var authorities = Load(path);
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                errors is SslPolicyErrors.None
                || (errors is SslPolicyErrors.RemoteCertificateChainErrors && IsIssuedBy(authorities, certificate, chain));
        }

        return handler;
    }

    /// <summary>What is wrong with the file, to name it at startup; null when it is not set, or can be used.</summary>
    /// <param name="path">The PEM file, or null.</param>
    public static string? Problem(string? path)
    {
        if (string.IsNullOrWhiteSpace(path) || !File.Exists(path))
        {
            return string.IsNullOrWhiteSpace(path) ? null : "there is no such file";
        }

        try
        {
            Load(path);
            return null;
        }
        catch (InvalidOperationException)
        {
            return "it contains no certificate in PEM form, or may not be read";
        }
    }

    internal static X509Certificate2Collection Load(string path)
    {
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
            : throw new InvalidOperationException($"The extra CA file '{path}' contains no certificate in PEM form.");
    }

    private static bool IsIssuedBy(X509Certificate2Collection authorities, X509Certificate? certificate, X509Chain? received)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        // SslStream's default as well; a private authority rarely publishes revocations.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        if (received is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(received.ChainPolicy.ExtraStore);
        }

        return certificate is X509Certificate2 leaf && chain.Build(leaf);
    }
}
