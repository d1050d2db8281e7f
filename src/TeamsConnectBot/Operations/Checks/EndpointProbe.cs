using System.Net;
using System.Net.Mime;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>What a request to the messaging endpoint met: an answer, or the reason why there was none.</summary>
/// <param name="Status">The HTTP status; null without an answer.</param>
/// <param name="Body">The beginning of the body.</param>
/// <param name="Error">Why there was no answer.</param>
/// <param name="Certificate">What this machine's own authorities think of the certificate; null when none was presented.</param>
/// <param name="Expired">Whether the certificate is outside its dates.</param>
internal sealed record EndpointAnswer(
    HttpStatusCode? Status, string Body, HttpRequestError Error, SslPolicyErrors? Certificate, bool Expired);

/// <summary>
/// Posts an empty activity without a token to the messaging endpoint, as anybody could. The service refuses it and does nothing else.
/// </summary>
internal static class EndpointProbe
{
    private const int MaxBytes = 64 * 1024;

    /// <param name="endpoint">The address of the endpoint.</param>
    /// <param name="extraCaFile">Certificate authorities this machine trusts beside the system's own; null for none.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public static async Task<EndpointAnswer> SendAsync(Uri endpoint, string? extraCaFile, CancellationToken cancellationToken)
    {
        SslPolicyErrors? judged = null;
        var expired = false;
        using var handler = ExtraCertificateAuthorities.CreateHandler(extraCaFile);
        var extra = handler.SslOptions.RemoteCertificateValidationCallback;
        handler.SslOptions.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
        {
            judged = errors;
            expired = certificate is not null && !IsCurrent(certificate);
            return extra?.Invoke(sender, certificate, chain, errors) ?? errors is SslPolicyErrors.None;
        };
        using var client = new HttpClient(handler) { MaxResponseContentBufferSize = MaxBytes };
        using var content = new StringContent("{}", Encoding.UTF8, MediaTypeNames.Application.Json);
        try
        {
            using var response = await client.PostAsync(endpoint, content, cancellationToken);
            return new EndpointAnswer(
                response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken), default, judged, expired);
        }
        catch (HttpRequestException failure)
        {
            return new EndpointAnswer(null, "", ErrorOf(failure), judged, expired);
        }
    }

    // A DNS server that does not answer counts as a connection error otherwise.
    private static HttpRequestError ErrorOf(HttpRequestException failure) =>
        failure.InnerException is SocketException { SocketErrorCode: var code }
        && code is SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData
            ? HttpRequestError.NameResolutionError
            : failure.HttpRequestError;

    private static bool IsCurrent(X509Certificate certificate)
    {
        using var dated = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        var now = TimeProvider.System.GetUtcNow();
        return dated.NotBefore.ToUniversalTime() <= now && now <= dated.NotAfter.ToUniversalTime();
    }
}
