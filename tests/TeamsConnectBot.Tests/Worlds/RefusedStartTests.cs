using Microsoft.Extensions.Hosting;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>A service that refuses to start leaves nothing running beside later tests.</summary>
internal sealed class RefusedStartTests
{
    [Test]
    public async Task Service_RefusesToStart_IsDisposed()
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.Path, People = 2 });
        await using var refusing = new RefusingService();
        var launch = new LaunchOptions
        {
            DatabaseFile = folder.File("connect.db"),
            ConfigureHost = builder => builder.Services.AddSingleton<IHostedService>(_ => refusing),
        };

        Assert.That(
            async () => await RunningService.StartAsync(tenant, launch), Throws.InvalidOperationException.With.Message.EqualTo("No."));
        Assert.That(refusing.IsDisposed, Is.True);
    }

    private sealed class RefusingService : IHostedService, IAsyncDisposable
    {
        public bool IsDisposed { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("No.");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
