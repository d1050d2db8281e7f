using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using TeamsConnectBot.Graph;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Tests.Graph;

/// <summary>The Graph feature as the service registers it, against a stub server. An unexpected request fails the test.</summary>
internal abstract class GraphFixture
{
    protected const string ServiceMailbox = "coffee@contoso.nl";

    private ServiceProvider services = null!;

    protected GraphServer Server { get; private set; } = null!;

    protected LogLines Log { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartServerAsync() => Server = await GraphServer.StartAsync();

    [OneTimeTearDown]
    public async Task StopServerAsync() => await Server.DisposeAsync();

    [SetUp]
    public void Start()
    {
        Server.Reset();
        Log = new LogLines();
        services = Build(new StaticCredential());
    }

    [TearDown]
    public async Task StopAsync()
    {
        await services.DisposeAsync();
        Log.Dispose();
        Assert.That(Server.Unexpected, Is.Empty);
    }

    protected T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>The failure reported by the exception that a call is expected to throw.</summary>
    protected static async Task<GraphFailure> FailureOf(Func<Task> call) =>
        (await Assert.ThrowsAsync<GraphUnavailableException>(call))!.Failure;

    /// <summary>Rebuilds the feature with other settings or another credential.</summary>
    protected void Configure(TokenCredential? credential = null, params (string Key, string Value)[] settings)
    {
        services.Dispose();
        services = Build(credential ?? new StaticCredential(), settings);
    }

    private ServiceProvider Build(TokenCredential credential, params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["Graph:BaseUrl"] = Server.Root,
            ["Graph:TenantId"] = "contoso",
            ["Graph:ClientId"] = "bot",
            ["Graph:ClientSecret"] = "secret",
            ["Graph:ServiceMailbox"] = ServiceMailbox,
            ["Graph:RetryDelay"] = "00:00:00.005",
        };
        foreach (var (key, value) in settings)
        {
            values[$"Graph:{key}"] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log))
            .AddGraph(configuration.GetSection(GraphOptions.Section))
            .AddSingleton(new GraphCredential(credential))
            .BuildServiceProvider();
    }
}
