using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TeamsConnectBot.Sandbox.Entra;

/// <summary>
/// The sandbox's own certificate authority, created at the first start and kept, because Azure.Identity refuses an authority over plain
/// HTTP. Trust it through the service's extra-CA-file option, never in a machine's certificate store.
/// </summary>
internal static class AuthorityCertificates
{
    private const string CertificateFile = "sandbox-ca.pem";
    private const string KeyFile = "sandbox-ca.key";

    /// <summary>The CA's certificate file, and a server certificate for the loopback names that it signed.</summary>
    public static (string CaFile, X509Certificate2 Server) Ensure(string folder)
    {
        Directory.CreateDirectory(folder);
        var caFile = Path.Combine(folder, CertificateFile);
        var keyFile = Path.Combine(folder, KeyFile);
        using var authority = Load(caFile, keyFile) ?? Make(caFile, keyFile);
        return (caFile, MakeServer(authority));
    }

    private static X509Certificate2? Load(string caFile, string keyFile)
    {
        if (!File.Exists(caFile) || !File.Exists(keyFile))
        {
            return null;
        }

        try
        {
            var authority = X509Certificate2.CreateFromPemFile(caFile, keyFile);
            return authority.NotAfter.ToUniversalTime() > Now.AddDays(30).UtcDateTime ? authority : null;
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private static X509Certificate2 Make(string caFile, string keyFile)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=TeamsConnectBot sandbox CA", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var authority = request.CreateSelfSigned(Now.AddDays(-1), Now.AddYears(5));
        WriteSecret(keyFile, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(caFile, authority.ExportCertificatePem() + "\n");
        return authority;
    }

    private static X509Certificate2 MakeServer(X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        using var certificate = request.Create(authority, Now.AddHours(-1), Now.AddDays(20), RandomNumberGenerator.GetBytes(16));
        using var withKey = certificate.CopyWithPrivateKey(key);
        // Some platforms can only serve TLS with a key that was imported from PKCS #12. It has no password, so one iteration is enough.
        var fast = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterationCount: 1);
        return X509CertificateLoader.LoadPkcs12(withKey.ExportPkcs12(fast, null), null);
    }

    private static void WriteSecret(string file, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(file, options);
        writer.Write(text);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}
