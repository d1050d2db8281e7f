using System.Collections.Frozen;
using System.Reflection;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>
/// The errors Entra really gives a service that asks for a token of its own, with a secret, a certificate, a managed identity or a
/// federated credential, and what to do about each.
/// </summary>
internal static class EntraFindings
{
    // Every known error is printed with the first sentence of Entra's own explanation.
    public static readonly Finding WrongSecret = Known(
        "AADSTS7000215", "The client secret is wrong: copy the secret's value, not its id.");

    public static readonly Finding ExpiredSecret = Known("AADSTS7000222", "The client secret has expired: make a new one in Entra.");

    public static readonly Finding NoApplication = Known(
        "AADSTS700016", "No application with this client id in this tenant: check ClientId (AppId for the bot) and TenantId.");

    public static readonly Finding NoPrincipal = Known(
        "AADSTS7000229", "The app registration has no enterprise application in this tenant: `az ad sp create --id CLIENT_ID`.");

    public static readonly Finding Disabled = Known(
        "AADSTS7000112", "Somebody disabled the application: Entra → Enterprise applications → the app → Properties → Enabled.");

    public static readonly Finding UnknownCertificate = Known(
        "AADSTS700027", "The certificate is not the one registered with the application: upload its public part in Entra.");

    public static readonly Finding CertificateName = Known(
        "AADSTS700030", "Entra does not trust the certificate's name, or its cloud: upload its public part, and check the authority.");

    public static readonly Finding CertificateDates = Known(
        "AADSTS1000502", "The certificate has expired or is not valid yet: make a new one, upload its public part and restart.");

    public static readonly Finding Clock = Known(
        "AADSTS700024", "The signed request is not within its time: check this machine's clock and the certificate's dates.");

    public static readonly Finding NoCredential = Known(
        "AADSTS7000218", "No credential arrived: set exactly one of ClientSecret, CertificatePath and ManagedIdentityClientId.");

    public static readonly Finding PublicClient = Known(
        "AADSTS700025", "The app registration is a public client: Entra → Authentication → Allow public client flows → No.");

    public static readonly Finding FederatedIssuer = Known(
        "AADSTS700211",
        "The federated credential names another issuer: it must be your cloud's, such as https://login.microsoftonline.com/TENANT_ID/v2.0.");

    public static readonly Finding FederatedAudience = Known(
        "AADSTS700212", "The federated credential names another audience: it must be api://AzureADTokenExchange.");

    public static readonly Finding FederatedSubject = Known(
        "AADSTS700213", "The federated credential names another subject: it must be the object id of the managed identity's principal.");

    public static readonly Finding FederatedExpression = Known(
        "AADSTS7002131", "The federated credential's expression does not match: name the managed identity's principal as its subject.");

    public static readonly Finding FederatedUser = Known(
        "AADSTS700229", "The federated credential was used with a person's token: use the managed identity.");

    public static readonly Finding NoTenant = Known("AADSTS90002", "There is no tenant with this id: check TenantId.");

    public static readonly Finding TenantForm = Known("AADSTS900023", "This cannot be a tenant: TenantId must be its id, a GUID.");

    public static readonly Finding OtherCloud = Known(
        "AADSTS90038", "The tenant is in another cloud: set the authority and the addresses of that cloud.");

    public static readonly Finding NoResource = Known(
        "AADSTS500011", "This tenant does not know what the token is for: check Scope, and that the tenant is in that cloud.");

    public static readonly Finding WrongScope = Known("AADSTS70011", "Scope is wrong: leave it out, or end it with /.default.");

    public static readonly Finding ConditionalAccess = Known(
        "AADSTS53003", "A Conditional Access policy for workload identities blocks the app: exclude it, or allow this network.");

    public static readonly Finding NotAssigned = Known(
        "AADSTS501051", "The application asked for requires an assignment: assign this app to one of its roles.");

    public static readonly Finding UserNotAssigned = Known(
        "AADSTS50105", "The application asked for requires an assignment: Entra → Enterprise applications → Users and groups.");

    public static readonly Finding NoConsent = Known(
        "AADSTS65001", "Nobody consented to the app in this tenant: run infra/grant-permissions.ps1.");

    public static readonly Finding Busy = Known("AADSTS90033", "Entra has an outage: try again in a few minutes.");

    public static readonly Finding Throttled = Known("AADSTS90055", "Entra takes no more requests of this tenant: try again later.");

    public static readonly Finding Unknown = new(
        "entra-other", "… (correlation id …)",
        "Look the number up at https://login.microsoftonline.com/error, and the correlation id in Entra → Sign-in logs → "
        + "Service principal sign-ins.");

    public static readonly Finding NoManagedIdentity = new(
        "no-managed-identity", "this machine gave no token for the managed identity.",
        "ManagedIdentityClientId works on a machine in Azure to which that identity is assigned: check its client id and the assignment. "
        + "Elsewhere use a certificate.");

    public static readonly Finding UnreadableCertificate = new(
        "certificate-file", "the certificate at CertificatePath cannot be read (…).",
        "It must be a PEM file with the certificate and its private key, or a PFX without a password, and the service may read it.");

    public static readonly Finding Refused = new(
        "entra-status", "the authority answered with HTTP … and none of Entra's reasons.",
        "With 429 or 5xx try again in a few minutes. Otherwise something in between answers, such as a proxy: check the authority.");

    public static readonly Finding Unreadable = new(
        "entra-unreadable", "the answer of the authority is not one of Entra's.",
        "Something other than Entra answered, such as a proxy: check the authority and the network in between.");

    public static readonly Finding Unreachable = new(
        "entra-unreachable", "Entra cannot be reached (…).",
        "Check that this machine reaches the authority: DNS, the firewall, a proxy, and ExtraCaFile where a proxy reads TLS.");

    private static readonly FrozenDictionary<string, Finding> ByCode = typeof(EntraFindings)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Finding>()
        .ToFrozenDictionary(finding => finding.Id, StringComparer.Ordinal);

    /// <summary>The finding of a code; null when the code is not one of those above.</summary>
    public static Finding? Of(string code) => ByCode.GetValueOrDefault(code);

    private static Finding Known(string code, string fix) => new(code, $"{code}: …", fix);
}
