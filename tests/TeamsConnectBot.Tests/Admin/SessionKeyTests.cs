using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Logging;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Data;
using TeamsConnectBot.Operations;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Entra;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Tests.Postgres;
using TeamsConnectBot.Tests.Status;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>The keys of sessions in the database, wrapped by the Sandbox's Key Vault.</summary>
internal sealed class SessionKeyTests
{
    private TemporaryFolder folder = null!;
    private SandboxServer tenant = null!;
    private string file = "";

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        folder = TemporaryFolder.Create();
        tenant = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.Path, People = 4 });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await tenant.DisposeAsync();
        folder.Dispose();
    }

    [SetUp]
    public async Task CreateDatabaseAsync()
    {
        file = folder.File($"{TestContext.CurrentContext.Test.ID}.db");
        tenant.Vault.IsAvailable = true;
        tenant.Faults.Clear();
        await using var service = Service(vault: false);
        await service.UpdateSchemaAsync();
    }

    [Test]
    public async Task Key_WithAVault_IsStoredWrappedAndReadByAnotherProcess()
    {
        await using var one = Service();
        var secret = Protector(one).Protect("signed");
        var unwrapped = tenant.Tenant.Counters.Of("vault.unwrap");
        await using var other = Service();

        Assert.That(Protector(other).Unprotect(secret), Is.EqualTo("signed"));
        Assert.That(tenant.Tenant.Counters.Of("vault.unwrap"), Is.GreaterThan(unwrapped));
        Assert.That(
            await StoredAsync(one), Has.One.Contains($"{tenant.VaultKeyUrl}/{tenant.Vault.Version}").And.None.Contains("masterKey"));
    }

    [Test]
    public async Task Key_AfterANewVersionInTheVault_IsWrappedByItAndOldOnesAreStillRead()
    {
        await using var before = Service();
        var secret = Protector(before).Protect("signed");
        var old = tenant.Vault.Version;

        tenant.Vault.Rotate();
        await using var after = Service();
        var clock = TimeProvider.System.GetUtcNow();
        after.GetRequiredService<IKeyManager>().CreateNewKey(clock, clock.AddDays(90));

        Assert.That(Protector(after).Unprotect(secret), Is.EqualTo("signed"));
        Assert.That(await StoredAsync(after), Has.One.Contains(old).And.One.Contains(tenant.Vault.Version));
    }

    [Test]
    public async Task Key_FromBeforeTheSetting_IsStillRead()
    {
        await using var before = Service(vault: false);
        var secret = Protector(before).Protect("signed");
        await using var after = Service();

        Assert.That(await StoredAsync(before), Has.One.Contains("masterKey"));
        Assert.That(Protector(after).Unprotect(secret), Is.EqualTo("signed"));
    }

    [Test]
    public async Task Key_NamingAnotherVault_IsNotSentThere()
    {
        await using var before = Service();
        var secret = Protector(before).Protect("signed");

        // The same vault by another name, so that a request would arrive.
        var elsewhere = new UriBuilder(tenant.VaultKeyUrl) { Host = tenant.VaultKeyUrl.Host == "localhost" ? "127.0.0.1" : "localhost" };
        await ReplaceAsync(before, $"<by>{tenant.VaultKeyUrl}/", $"<by>{elsewhere.Uri}/");
        var requests = tenant.Tenant.Counters.Of("vault.unwrap");
        await using var after = Service();

        Assert.That(() => Protector(after).Unprotect(secret), Throws.Exception);
        Assert.That(tenant.Tenant.Counters.Of("vault.unwrap"), Is.EqualTo(requests));
    }

    [Test]
    public async Task Vault_AwayAtTheStart_LeavesEverythingButThePageRunning()
    {
        using var log = new ServiceLog();
        tenant.Vault.IsAvailable = false;
        await using var service = await RunningService.StartAsync(tenant, Launch(log));

        var answer = await ReadyAnswer.SettledAsync(service.Url);

        Assert.That(answer.Status, Is.EqualTo("ok"), answer.Body);
        Assert.That(
            log.WarningsAndErrors.Select(line => line.Message),
            Has.Some.Contains($"Key Vault did not wrap or unwrap with {tenant.VaultKeyUrl}").And.Some.Contains("everything else works"));
    }

    [Test]
    public async Task Check_Vault_IsTried([Values] bool available)
    {
        using var log = new ServiceLog();
        using var output = new StringWriter();
        tenant.Vault.IsAvailable = available;

        await InstallationCheck.RunAsync(ServiceSettings.For(tenant, Launch(log)), output, output);

        Assert.That(
            output.ToString(),
            available ? Does.Contain("good   Key Vault") : Does.Contain("WRONG  Key Vault").And.Contain("Crypto Service Encryption User"));
    }

    [Test]
    public async Task Version_ThatIsGone_LeavesTheOthersUsable()
    {
        await using var service = Service();
        var key = service.GetRequiredService<WrappingKey>();
        var (version, wrapped) = key.Wrap([1, 2, 3]);

        Assert.That(() => key.Unwrap($"{tenant.VaultKeyUrl}/gone", wrapped), Throws.InvalidOperationException);
        Assert.That(key.Unwrap(version, wrapped), Is.EqualTo(new byte[] { 1, 2, 3 }));
    }

    private static IEnumerable<TestCaseData> VaultFaults()
    {
        const string Path = KeyVaultEndpoint.KeyPath + "/*";
        const string Denied = """{"error":{"code":"Forbidden","message":"Caller is not authorized.\r\nCaller: appid=1"}}""";
        const string OtherAnswer = "the answer is not one of Key Vault's; something else answered, such as a proxy.";
        const string OtherRefusal = "HTTP 403 without an error of Key Vault's; something else answered, such as a proxy or a firewall.";
        yield return Case("denied", "HTTP 403 Forbidden: Caller is not authorized.", faults => faults.Refuse(Path, 403, body: Denied));
        yield return Case("firewall", OtherRefusal, faults => faults.Html(Path, 403));
        yield return Case("HTML", OtherAnswer, faults => faults.Html(Path));
        yield return Case("no key", OtherAnswer, faults => faults.Add(new FaultRule { Path = Path, Status = 200, Body = "{}" }));
        yield return Case("cut off", OtherAnswer, faults => faults.Add(
            new FaultRule { Path = Path, Status = 200, Body = """{"kid":"h""" }));
        yield return Case("broken", "the connection broke before the answer.", faults => faults.Break(Path));
    }

    private static TestCaseData Case(string name, string says, Action<FaultRules> spoil) =>
        new TestCaseData(says, spoil).SetArgDisplayNames(name);

    [TestCaseSource(nameof(VaultFaults))]
    public async Task Check_VaultWithOneFault_SaysWhichInOurWords(string says, Action<FaultRules> spoil)
    {
        using var log = new ServiceLog();
        using var output = new StringWriter();
        spoil(tenant.Faults);

        await InstallationCheck.RunAsync(ServiceSettings.For(tenant, Launch(log)), output, output);

        Assert.That(
            output.ToString(),
            Does.Contain("WRONG  Key Vault: Admin:KeyVaultKey cannot be used: Key Vault did not wrap or unwrap with "
                + $"{tenant.VaultKeyUrl}: {says}{Environment.NewLine}"));
    }

    [TestCase("https://v.vault.azure.net/keys/sessions", true)]
    [TestCase("https://v.vault.azure.net/keys/sessions", false, "UsGov")]
    [TestCase("https://v.vault.usgovcloudapi.net/keys/sessions", true, "UsGov")]
    [TestCase("https://v.vault.usgovcloudapi.net/keys/sessions", false)]
    [TestCase("http://v.vault.azure.net/keys/sessions", false)]
    [TestCase("https://v.vault.azure.net/keys/sessions/0123456789abcdef", false)]
    [TestCase("https://v.vault.azure.net/secrets/sessions", false)]
    [TestCase("https://v.vault.azure.net.example.org/keys/sessions", false)]
    [TestCase("https://vault.azure.net/keys/sessions", false)]
    [TestCase("https://v.vault.azure.net@example.org/keys/sessions", false)]
    [TestCase("sessions", false)]
    public void Address_OfAKey_IsAKeyWithoutAVersionInAVaultOfTheCloud(string value, bool expected, string cloud = "Public") =>
        Assert.That(WrappingKey.IsAddress(value, MicrosoftClouds.Find(cloud)!), Is.EqualTo(expected));

    private LaunchOptions Launch(ServiceLog log) => new()
    {
        DatabaseFile = folder.File("away.db"),
        LogLevel = "Information",
        ExtraSettings = new Dictionary<string, string> { ["Admin:KeyVaultKey"] = tenant.VaultKeyUrl.ToString() },
        ConfigureHost = builder => builder.Logging.ClearProviders().AddProvider(log),
    };

    private ServiceProvider Service(bool vault = true) => StorageOnly.Create(
        null,
        ("Storage:File", file), ("Admin:ClientId", tenant.AppId.ToString()), ("Admin:TenantId", tenant.TenantId.ToString()),
        ("Admin:ClientSecret", tenant.ClientSecret), ("Admin:Authority", tenant.AuthorityUrl.ToString()),
        ("Admin:ExtraCaFile", tenant.CaFile), ("Admin:KeyVaultKey", vault ? tenant.VaultKeyUrl.ToString() : ""));

    private static IDataProtector Protector(IServiceProvider service) =>
        service.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static Task<List<string>> StoredAsync(IServiceProvider service) =>
        service.GetRequiredService<Database>().ReadAsync(db => db.Set<SessionKey>().Select(key => key.Xml).ToListAsync(), default);

    private static Task<int> ReplaceAsync(IServiceProvider service, string from, string to) =>
        service.GetRequiredService<Database>().RunAsync(
            db => db.Database.ExecuteSqlAsync($"""UPDATE "SessionKeys" SET "Xml" = replace("Xml", {from}, {to})"""), default);
}
