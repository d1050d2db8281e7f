using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Postgres;

internal sealed class StorageOptionsTests
{
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
        using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddData(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();

        Assert.That(
            () => services.GetRequiredService<IOptions<StorageOptions>>().Value,
            Throws.InstanceOf<OptionsValidationException>().With.Message.Contains(problem));
    }
}
