using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Tests.Testing;

namespace TeamsConnectBot.BotFramework.Tests.Authentication;

/// <summary>A certificate that is replaced on disk while the service runs.</summary>
internal sealed class CertificateFileCredentialTests
{
    private static readonly TokenRequestContext Request = new(["https://graph.microsoft.com/.default"]);

    private readonly RecordingLogger logger = new();
    private readonly string path = Path.Combine(Directory.CreateTempSubdirectory("certificate-").FullName, "bot");

    [SetUp]
    public void Clear() => logger.Lines.Clear();

    [OneTimeTearDown]
    public void DeleteFolder() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    [Test]
    public async Task File_Replaced_SignsTheNextRequestWithTheNewCertificate([Values] bool pfx)
    {
        await using var channel = await FakeChannel.StartAsync();
        using var first = Create();
        using var second = Create();
        Write(first, pfx);
        var credential = Credential(channel);

        await credential.GetTokenAsync(Request, default);
        Write(second, pfx);
        await credential.GetTokenAsync(Request, default);
        await credential.GetTokenAsync(Request, default);

        Assert.That(channel.Assertions, Is.EqualTo(new[] { Thumbprint(first), Thumbprint(second) }));
        Assert.That(logger.Lines.Single(), Does.Contain("was replaced").And.Contain(second.Thumbprint));
    }

    [Test]
    public async Task File_HalfWritten_KeepsThePreviousCertificateUntilItIsWhole()
    {
        await using var channel = await FakeChannel.StartAsync();
        using var first = Create();
        using var second = Create();
        Write(first);
        var credential = Credential(channel);
        await credential.GetTokenAsync(Request, default);

        var whole = Pem(second);
        await File.WriteAllTextAsync(path, whole[..(whole.Length / 2)]);
        var token = await credential.GetTokenAsync(Request, default);
        await credential.GetTokenAsync(Request, default);
        Assert.That(token.Token, Is.EqualTo(FakeChannel.AccessToken));
        Assert.That(logger.Lines.Single(), Does.Contain("cannot be used").And.Contain(first.Thumbprint));

        await File.WriteAllTextAsync(path, whole);
        await credential.GetTokenAsync(Request, default);
        Assert.That(channel.Assertions, Is.EqualTo(new[] { Thumbprint(first), Thumbprint(second) }));
    }

    [Test]
    public async Task File_Missing_KeepsThePreviousCertificate()
    {
        await using var channel = await FakeChannel.StartAsync();
        using var first = Create();
        Write(first);
        var credential = Credential(channel);
        await credential.GetTokenAsync(Request, default);

        File.Delete(path);

        Assert.That((await credential.GetTokenAsync(Request, default)).Token, Is.EqualTo(FakeChannel.AccessToken));
        Assert.That(logger.Lines.Single(), Does.Contain("cannot be used"));
    }

    [Test]
    public async Task File_UnusableFromTheStart_SaysWhyAndIsReadAgain()
    {
        await using var channel = await FakeChannel.StartAsync();
        using var certificate = Create();
        await File.WriteAllTextAsync(path, certificate.ExportCertificatePem());
        var credential = Credential(channel);

        Assert.That(
            async () => await credential.GetTokenAsync(Request, default),
            Throws.InstanceOf<CredentialUnavailableException>().With.Message.Contains(path));
        Write(certificate);
        await credential.GetTokenAsync(Request, default);

        Assert.That(channel.Assertions, Is.EqualTo(new[] { Thumbprint(certificate) }));
    }

    [Test]
    public async Task Certificate_EntraDoesNotKnowYet_LeavesThePreviousOneInUseAndIsTriedAgainLater()
    {
        using var first = Create();
        using var second = Create();
        Write(first);
        var (clock, known) = (new MovableClock(), false);
        var credential = new CertificateFileCredential(
            path, certificate => new TokenNaming(certificate.Thumbprint, () => certificate.Thumbprint == first.Thumbprint || known),
            clock, logger);
        await credential.GetTokenAsync(Request, default);

        Write(second);
        var refused = await credential.GetTokenAsync(Request, default);
        known = true;
        var soon = await credential.GetTokenAsync(Request, default);
        clock.Now += TimeSpan.FromMinutes(5);
        var later = await credential.GetTokenAsync(Request, default);

        Assert.That(new[] { refused.Token, soon.Token }, Is.All.EqualTo(first.Thumbprint));
        Assert.That(later.Token, Is.EqualTo(second.Thumbprint));
        Assert.That(logger.Lines[0], Does.Contain("AADSTS700027").And.Contain("registered with the application"));
    }

    private TokenCredential Credential(FakeChannel channel) => EntraCredentials.Create(
        new EntraCredentialOptions
        {
            TenantId = BotHost.TenantId,
            ClientId = BotHost.AppId,
            Authority = channel.Address,
            ExtraCaFile = channel.Certificates.CaFile,
            CertificatePath = path,
        },
        logger);

    private void Write(X509Certificate2 certificate, bool pfx = false)
    {
        if (pfx)
        {
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12));
            return;
        }

        File.WriteAllText(path, Pem(certificate));
    }

    private static string Pem(X509Certificate2 certificate) =>
        $"{certificate.ExportCertificatePem()}\n{certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}\n";

    private static X509Certificate2 Create()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static string Thumbprint(X509Certificate2 certificate) =>
        Base64UrlEncoder.Encode(certificate.GetCertHash(HashAlgorithmName.SHA256));

    /// <summary>A token is its certificate's thumbprint; a certificate that is not registered is refused as by Entra.</summary>
    private sealed class TokenNaming(string thumbprint, Func<bool> isRegistered) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => isRegistered()
            ? new AccessToken(thumbprint, DateTimeOffset.MaxValue)
            : throw new AuthenticationFailedException("AADSTS700027: The certificate is not registered on application.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }

    private sealed class RecordingLogger : ILogger
    {
        public List<string> Lines { get; } = [];

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    }
}
