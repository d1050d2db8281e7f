using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Entra;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Tests.Status;

namespace TeamsConnectBot.Tests.Graph;

/// <summary>The service with a certificate that is replaced while it runs, as Entra sees it.</summary>
internal sealed class CertificateRenewalTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    [Test]
    public async Task Certificate_ReplacedWhileTheServiceRuns_IsUsedOnceEntraKnowsIt()
    {
        using var folder = TemporaryFolder.Create();
        using var log = new ServiceLog();
        using var first = Create();
        using var second = Create();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.Path, People = 4 });
        var path = folder.File("connectbot.pem");
        Write(path, first);
        tenant.Assertions.Register(first);
        await using var service = await RunningService.StartAsync(tenant, Launch(folder, path, log));

        await UntilAsync(() => tenant.Tenant.Counters.Of(Counter(first)) >= 2);

        // The token that was given for the first certificate outlives it.
        tenant.Assertions.Remove(first);
        Write(path, second);
        await UntilAsync(() => log.WarningsAndErrors.Any(line => line.Message.Contains("AADSTS700027", StringComparison.Ordinal)));
        Assert.That(log.WarningsAndErrors.Select(line => line.Message), Has.One.Contains(second.Thumbprint));
        Assert.That((await ReadyAnswer.SettledAsync(service.Url)).Status, Is.EqualTo("ok"));

        using var third = Create();
        tenant.Assertions.Register(third);
        Write(path, third);
        await UntilAsync(() => tenant.Tenant.Counters.Of(Counter(third)) >= 1);

        async Task UntilAsync(Func<bool> condition)
        {
            // Health asks for both tokens.
            var started = TimeProvider.System.GetTimestamp();
            while (!condition())
            {
                var answer = await ReadyAnswer.OnceAsync(service.Url);
                Assert.That(TimeProvider.System.GetElapsedTime(started), Is.LessThan(Timeout), answer.Body);
            }
        }
    }

    private static LaunchOptions Launch(TemporaryFolder folder, string path, ServiceLog log) => new()
    {
        DatabaseFile = folder.File("connect.db"),
        LogLevel = "Information",
        ExtraSettings = new Dictionary<string, string>
        {
            ["Bot:ClientSecret"] = "", ["Bot:CertificatePath"] = path, ["Graph:ClientSecret"] = "", ["Graph:CertificatePath"] = path,
        },
        ConfigureHost = builder => builder.Logging.ClearProviders().AddProvider(log),
    };

    private static string Counter(X509Certificate2 certificate) => $"token.certificate.{ClientAssertions.Thumbprint(certificate)}";

    private static void Write(string path, X509Certificate2 certificate) => File.WriteAllText(
        path, $"{certificate.ExportCertificatePem()}\n{certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}\n");

    private static X509Certificate2 Create()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=connectbot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
    }
}
