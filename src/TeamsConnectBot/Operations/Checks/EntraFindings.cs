using TeamsConnectBot.Admin.Web;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>
/// The errors Entra gives a service that asks for a token of its own, with a secret, a certificate, a managed identity or a federated
/// credential. What to do about each code is said in the same words as on the admin page's overview.
/// </summary>
internal static class EntraFindings
{
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

    /// <summary>
    /// The finding of a code, printed with the first sentence of Entra's own explanation; null when there is no remedy for the code.
    /// </summary>
    public static Finding? Of(string code) => StatusWords.FindRemedy(code) is { } fix ? new Finding(code, $"{code}: …", fix) : null;
}
