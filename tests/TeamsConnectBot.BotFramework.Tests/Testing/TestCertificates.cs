using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TeamsConnectBot.BotFramework.Tests.Testing;

/// <summary>A certificate authority that is not trusted by default, and a server certificate it issued. Created once per host.</summary>
internal sealed class TestCertificates : IDisposable
{
    private static readonly ConcurrentDictionary<string, TestCertificates> Created = new();

    private TestCertificates(string host)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));

        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var server = new CertificateRequest($"CN={host}", serverKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        server.CertificateExtensions.Add(names.Build());
        server.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var signed = server.Create(authority, now.AddDays(-1), now.AddDays(1), [1, 2, 3]);
        using var withKey = signed.CopyWithPrivateKey(serverKey);
        Server = X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);

        CaFile = Path.Combine(Path.GetTempPath(), $"ca-{Guid.CreateVersion7(now)}.pem");
        File.WriteAllText(CaFile, authority.ExportCertificatePem());
    }

    public X509Certificate2 Server { get; }

    public string CaFile { get; }

    public static TestCertificates For(string host) => Created.GetOrAdd(host, name => new TestCertificates(name));

    public static void DisposeAll()
    {
        foreach (var created in Created.Values)
        {
            created.Dispose();
        }
    }

    public void Dispose()
    {
        File.Delete(CaFile);
        Server.Dispose();
    }
}
