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
    public void Option_Invalid_IsNamedAtStart(string key, string value, string problem)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Storage:Provider"] = key == "Storage:ConnectionString" ? "postgres" : "sqlite",
            [key] = value,
        };
        using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddData(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();

        Assert.That(
            () => services.GetRequiredService<IOptions<StorageOptions>>().Value,
            Throws.InstanceOf<OptionsValidationException>().With.Message.Contains(problem));
    }
}
