using Microsoft.Extensions.Hosting;

namespace TeamsConnectBot.Tests.Architecture;

public sealed class ContainerTests
{
    private static readonly string[] AdminPage =
        ["--Admin:ClientId=00000000-0000-0000-0000-000000000001", "--Admin:TenantId=00000000-0000-0000-0000-000000000002"];

    // Validation takes 12 ms at every start, so it runs here and not at the start of the service.
    [Test]
    public void Services_AllRegistrations_CanBeConstructed([Values] bool withAdminPage) => Assert.That(
        () =>
        {
            using IDisposable app = ServiceHost.Build(
                withAdminPage ? AdminPage : [],
                builder => builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = true));
        },
        Throws.Nothing);
}
