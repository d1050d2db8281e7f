using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Page;
using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.BrowserTests.Demo;

/// <summary>The real page on a real sandbox tenant, with a scripted bot; each test has its own.</summary>
internal sealed class DemoSandbox : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ServiceChannel channel;

    private DemoSandbox(WebApplication app, SandboxTenant tenant, TeamsClient teams, ServiceChannel channel, DemoBot bot)
    {
        this.app = app;
        this.channel = channel;
        Tenant = tenant;
        Teams = teams;
        Bot = bot;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public Uri Address { get; }

    public SandboxTenant Tenant { get; }

    public TeamsClient Teams { get; }

    public DemoBot Bot { get; }

    public static async Task<DemoSandbox> StartAsync(string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        var (tenant, channel) = DemoTenant.Create();
        var bot = new DemoBot(tenant);
        bot.Map(app);
        var teams = new TeamsClient(tenant, channel, () => new Uri(app.Urls.First()));
        var shared = new SharedChatClient(tenant, channel, new SandboxOptions { DataFolder = "" });
        app.MapSandboxPage(tenant, teams, shared, bot, bot.Reports, bot);
        await app.StartAsync();
        var sandbox = new DemoSandbox(app, tenant, teams, channel, bot);
        channel.Service = sandbox.Address;
        return sandbox;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        channel.Dispose();
    }
}
