using System.Net;
using System.Net.Security;
using TeamsConnectBot.BotFramework.Hosting;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>
/// Checks whether the service answers under its public name, the way Teams reaches it. It looks from this machine, which may see another
/// network than Teams does; the sentences say so.
/// </summary>
internal sealed class EndpointStep(PublicDomain domain, IOptions<BotOptions> bot) : CheckStep
{
    public static readonly Finding NoDomain = new(
        "no-domain", "not tried: nothing says where Teams reaches the service.",
        "Give --domain with the host of the Azure Bot's messaging endpoint, such as connect.example.org.") { State = CheckState.NotTried };

    public static readonly Finding NoName = new(
        "no-name", "the host in … has no address, as this machine sees it.",
        "Make the DNS record, or correct the name. Teams must be able to look it up in public DNS.");

    public static readonly Finding NoConnection = new(
        "no-connection", "nothing accepts a connection at …, as this machine sees it.",
        "Check the port, the firewall and that the proxy runs. From inside a network a public name may not lead back: try from outside.");

    public static readonly Finding Proxy = new(
        "outgoing-proxy", "this machine's own proxy did not let the request to … through.",
        "That says nothing about Teams: try from another machine, or with NO_PROXY set to the name.") { State = CheckState.NotTried };

    public static readonly Finding NoTls = new(
        "no-tls", "… does not speak TLS, or no version both sides know.",
        "The endpoint must be https: terminate TLS 1.2 or later in the proxy.");

    public static readonly Finding OtherName = new(
        "certificate-name", "the certificate at … is for another name.", "Put a certificate for this name into the proxy.");

    public static readonly Finding Expired = new(
        "certificate-dates", "the certificate at … has expired or is not valid yet.",
        "Renew it, and check that the proxy reads the new one.");

    public static readonly Finding Untrusted = new(
        "certificate-untrusted", "the certificate at … comes from an authority this machine does not trust.",
        "Teams needs a certificate of a public authority, with its intermediate certificates: check what the proxy sends.");

    public static readonly Finding OwnAuthority = new(
        "certificate-own-authority", "the endpoint answers at …, but only Bot:ExtraCaFile makes its certificate trusted here.",
        "Fine if a proxy of yours reads this machine's outgoing TLS. Otherwise Teams refuses it: it needs one of a public authority.")
        { State = CheckState.Warning };

    public static readonly Finding ProxyWithoutService = new(
        "service-down", "a proxy answers at … that does not reach the service (HTTP …).",
        "Start the service, and check the proxy's address and port for it.");

    public static readonly Finding Redirect = new(
        "redirect", "… redirects (HTTP …), which Teams does not follow.",
        "Let the proxy forward POST /api/messages itself, without a redirect.");

    public static readonly Finding OtherSignIn = new(
        "other-sign-in", "something before the service at … asks for a sign-in of its own (HTTP …).",
        "Exempt /api/messages from it, such as Azure's 'Authentication' or a gateway's rule: the service checks Teams' tokens itself.");

    public static readonly Finding OtherService = new(
        "other-service", "something else than this service answers at … (HTTP …).",
        "Check that the name leads to this service, and that the proxy forwards POST /api/messages unchanged.");

    public static readonly Finding NoAnswer = new(
        "broken-answer", "the connection to … ended without an answer (…).",
        "Check the proxy's log, and that it forwards to the service.");

    public override IEnumerable<Check> Checks => [new Check("endpoint", "messaging endpoint", TryAsync)];

    private async Task<CheckResult> TryAsync(CancellationToken cancellationToken)
    {
        if (domain.Host is not { } host)
        {
            return NoDomain.With();
        }

        var endpoint = new Uri($"https://{host}{MessagingEndpoint.Path}");
        return Judge(endpoint.ToString(), await EndpointProbe.SendAsync(endpoint, bot.Value.ExtraCaFile, cancellationToken));
    }

    internal static CheckResult Judge(string address, EndpointAnswer answer) =>
        answer.Status is { } status ? Judge(address, status, answer) : JudgeFailure(address, answer);

    private static CheckResult JudgeFailure(string address, EndpointAnswer answer) => answer.Error switch
    {
        HttpRequestError.NameResolutionError => NoName.With(address),
        HttpRequestError.ConnectionError => NoConnection.With(address),
        HttpRequestError.ProxyTunnelError => Proxy.With(address),
        HttpRequestError.SecureConnectionError when answer is { Certificate: null } => NoTls.With(address),
        HttpRequestError.SecureConnectionError when answer.Expired => Expired.With(address),
        HttpRequestError.SecureConnectionError when answer.Certificate?.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) is true =>
            OtherName.With(address),
        HttpRequestError.SecureConnectionError => Untrusted.With(address),
        _ => NoAnswer.With(address, $"{answer.Error}"),
    };

    private static CheckResult Judge(string address, HttpStatusCode status, EndpointAnswer answer)
    {
        var code = $"{(int)status}";
        return MessagingEndpoint.IsRefusalWithoutToken(status, answer.Body)
            ? answer.Certificate is SslPolicyErrors.None or null
                ? CheckResult.Good($"answers at {address}, as this machine sees it")
                : OwnAuthority.With(address)
            : status switch
            {
                HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
                    ProxyWithoutService.With(address, code),
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.ProxyAuthenticationRequired =>
                    OtherSignIn.With(address, code),
                >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => Redirect.With(address, code),
                _ => OtherService.With(address, code),
            };
    }
}
