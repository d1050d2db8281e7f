using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Tests.Operations;

namespace TeamsConnectBot.Tests.Clouds;

/// <summary>
/// The program itself, with no address set, behind a proxy that lets nothing through: whom it asks for a token shows on the network.
/// </summary>
internal sealed class CloudOnTheWireTests
{
    [TestCase("UsGov", "CONNECT login.microsoftonline.us:443")]
    [TestCase("Public", "CONNECT login.microsoftonline.com:443")]
    public async Task Check_InACloud_AsksItsAuthorityForTokens(string cloud, string request)
    {
        using var folder = TemporaryFolder.Create();
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var others = RequiredSettingsTests.Required.Where(setting => !setting.Contains("ManagedIdentity", StringComparison.Ordinal));
        var start = new ProcessStartInfo("dotnet",
        [
            typeof(ServiceHost).Assembly.Location, "check", "--environment=Production", $"--Cloud={cloud}",
            $"--Storage:File={folder.File("connect.db")}", "--Bot:ClientSecret=s", "--Graph:ClientSecret=s",
            "--Graph:TenantId=11111111-2222-4333-8444-555555555555", "--Graph:ClientId=11111111-2222-4333-8444-555555555555",
            .. others.Select(setting => "--" + setting),
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HTTPS_PROXY"] = $"http://{proxy.LocalEndpoint}";
        start.Environment["NO_PROXY"] = "";
        using var program = Process.Start(start)!;
        try
        {
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            using var connection = await proxy.AcceptTcpClientAsync(timeout.Token);
            using var reader = new StreamReader(connection.GetStream());

            Assert.That(await reader.ReadLineAsync(timeout.Token), Does.StartWith(request));
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
        }
    }
}
