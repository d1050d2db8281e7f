using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Postgres;

internal sealed class StorageOptionsTests
{
    [TestCase("Public", "https://ossrdbms-aad.database.windows.net/.default")]
    [TestCase("UsGcc", "https://ossrdbms-aad.database.windows.net/.default")]
    [TestCase("UsGov", "https://ossrdbms-aad.database.usgovcloudapi.net/.default")]
    [TestCase("UsGovDod", "https://ossrdbms-aad.database.usgovcloudapi.net/.default")]
    public void Scope_LeftOut_IsThatOfTheCloud(string cloud, string scope)
    {
        Assert.That(Read(new() { ["Cloud"] = cloud }).Scope, Is.EqualTo(scope));
        Assert.That(
            Read(new() { ["Cloud"] = cloud, ["Storage:Scope"] = "https://own.example/.default" }).Scope,
            Is.EqualTo("https://own.example/.default"));
    }

    [TestCase("Storage:Provider", "oracle", "sqlite or postgres")]
    [TestCase("Storage:Provider", "postgres", "Storage:ConnectionString is empty")]
    [TestCase("Storage:File", "", "Storage:File is empty")]
    [TestCase("Storage:Synchronous", "Sometimes", "Full, Normal or Off")]
    [TestCase("Storage:ConnectionString", "Host=h;Database=d;Multiplexing=true", "Multiplexing=true")]
    [TestCase("Storage:ConnectionString", "Host=h;Username=u;Password=p;Ssl Mode=VerifyFull", "has a Password", true)]
    [TestCase("Storage:ConnectionString", "Host=h;Username=u;Passfile=f;Ssl Mode=VerifyFull", "or a Passfile", true)]
    [TestCase("Storage:ConnectionString", "Host=h;Ssl Mode=VerifyFull", "has no Username", true)]
    [TestCase("Storage:ConnectionString", "Host=h;Username=u", "Ssl Mode=Prefer", true)]
    [TestCase("Storage:Scope", "ossrdbms", "Storage:Scope is 'ossrdbms'", true)]
    [TestCase("Storage:RenewTokenEvery", "00:05:00", "between 00:00:01 and 00:04:00", true)]
    public void Option_Invalid_IsNamedAtStart(string key, string value, string problem, bool identity = false)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Storage:Provider"] = identity || key == "Storage:ConnectionString" ? "postgres" : "sqlite",
            ["Storage:ConnectionString"] = identity ? "Host=h;Username=u;Ssl Mode=VerifyFull" : null,
            ["Storage:ManagedIdentityClientId"] = identity ? "id" : null,
            [key] = value,
        };

        Assert.That(() => Read(settings), Throws.InstanceOf<OptionsValidationException>().With.Message.Contains(problem));
    }

    private static StorageOptions Read(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddClouds(configuration)
            .AddData(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<StorageOptions>>().Value;
    }
}
