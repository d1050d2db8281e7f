using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>
/// Requests tokens with the certificate in a file, and follows the file when it is replaced: Azure.Identity reads it only once. A file
/// that cannot be read, or a certificate that Entra does not know, leaves the previous one in use.
/// </summary>
internal sealed partial class CertificateFileCredential(
    string path, Func<X509Certificate2, TokenCredential> create, TimeProvider clock, ILogger logger) : TokenCredential
{
    // Otherwise every request for a cached token would ask Entra about a certificate that it refuses.
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private byte[] seen = [];
    private string? problem;
    private Candidate? current;
    private Candidate? next;
    private DateTimeOffset tryNextAt;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        GetTokenAsync(requestContext, cancellationToken).AsTask().GetAwaiter().GetResult();

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var (used, replacement) = Look();
        if (replacement is not null)
        {
            try
            {
                var token = await replacement.Credential.GetTokenAsync(requestContext, cancellationToken);
                Accept(replacement);
                return token;
            }
            catch (AuthenticationFailedException failure)
            {
                Postpone(replacement, failure);
            }
        }

        return await used.Credential.GetTokenAsync(requestContext, cancellationToken);
    }

    // The content is compared, not the time of the last change: a mounted secret is replaced by moving a link.
    private (Candidate Used, Candidate? Replacement) Look()
    {
        lock (gate)
        {
            try
            {
                var content = File.ReadAllBytes(path);
                var hash = SHA256.HashData(content);
                if (!hash.AsSpan().SequenceEqual(seen))
                {
                    seen = hash;
                    Use(Load(content));
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
            {
                Report(failure.Message);
            }

            return current is null
                ? throw new CredentialUnavailableException($"The certificate in '{path}' cannot be used: {problem}")
                : (current, clock.GetUtcNow() >= tryNextAt ? next : null);
        }
    }

    private void Use(Candidate loaded)
    {
        problem = null;
        if (current is null || current.Thumbprint == loaded.Thumbprint)
        {
            (current, next) = (current ?? loaded, null);
            return;
        }

        (next, tryNextAt) = (loaded, DateTimeOffset.MinValue);
    }

    private Candidate Load(byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        var certificate = text.Contains("-----BEGIN ", StringComparison.Ordinal)
            ? X509Certificate2.CreateFromPem(text, text)
            : X509CertificateLoader.LoadPkcs12(content, password: null);
        using var key = certificate.GetRSAPrivateKey();
        return key is null
            ? throw new CryptographicException("There is no RSA private key with the certificate.")
            : new Candidate(certificate.Thumbprint, certificate.NotAfter.ToUniversalTime(), create(certificate));
    }

    private void Report(string reason)
    {
        if (problem == reason)
        {
            return;
        }

        problem = reason;
        if (current is not null)
        {
            Log.Unreadable(logger, path, reason, current.Thumbprint);
        }
    }

    private void Accept(Candidate accepted)
    {
        lock (gate)
        {
            if (next != accepted)
            {
                return;
            }

            (current, next) = (accepted, null);
        }

        Log.Replaced(logger, path, accepted.Thumbprint, accepted.ValidUntil);
    }

    private void Postpone(Candidate refused, AuthenticationFailedException failure)
    {
        lock (gate)
        {
            if (next != refused || clock.GetUtcNow() < tryNextAt)
            {
                return;
            }

            tryNextAt = clock.GetUtcNow() + TryAgainAfter;
        }

        Log.Refused(logger, refused.Thumbprint, path, EntraError.ReasonOf(failure), TryAgainAfter.TotalMinutes);
    }

    private sealed record Candidate(string Thumbprint, DateTime ValidUntil, TokenCredential Credential);

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Information,
            "The certificate in {Path} was replaced: tokens are now requested with {Thumbprint}, which is valid until {ValidUntil:u}")]
        public static partial void Replaced(ILogger logger, string path, string thumbprint, DateTime validUntil);

        [LoggerMessage(
            LogLevel.Error,
            "The certificate in {Path} cannot be used: {Reason} The one read before, {Thumbprint}, is still used; "
                + "the file is read again at the next token")]
        public static partial void Unreadable(ILogger logger, string path, string reason, string thumbprint);

        [LoggerMessage(
            LogLevel.Error,
            "Entra gave no token for the new certificate {Thumbprint} in {Path}: {Reason} The previous one is still used; the new one is "
                + "tried again after {Minutes:0} minutes. Is its public part registered with the application?")]
        public static partial void Refused(ILogger logger, string thumbprint, string path, string reason, double minutes);
    }
}
