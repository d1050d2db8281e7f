using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TeamsConnectBot.Sandbox.Clock;
using TeamsConnectBot.Sandbox.Entra;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Graph;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox;

/// <summary>The simulated tenant, on two loopback listeners: HTTP for Graph, Teams and the page, HTTPS for Entra and metadata.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly X509Certificate2 certificate;
    private readonly NotificationSender sender;

    private SandboxServer(SandboxOptions options, string caFile, X509Certificate2 certificate)
    {
        this.certificate = certificate;
        Options = options;
        CaFile = caFile;
        var identity = new TenantIdentity
        {
            TenantId = NameBasedGuid.Of("tenant"),
            AppId = NameBasedGuid.Of("app"),
            GroupId = NameBasedGuid.Of("group"),
            ClientSecret = Convert.ToHexString(RandomNumberGenerator.GetBytes(20)),
            ServiceMailbox = "koffie@" + MailAddresses.Domain,
            Cloud = options.Cloud,
        };
        var clock = new SandboxClock(options.Start);
        ChannelTokens = new ChannelTokens(identity);
        EntraTokens = new EntraTokens(identity);
        Channel = new ServiceChannel(identity, ChannelTokens, clock);
        Tenant = new SandboxTenant(options.ReadOrganisation(), clock, identity);
        ManagedIdentity = new ManagedIdentityEndpoint(Tenant, EntraTokens);
        Vault = new KeyVaultEndpoint(Tenant, EntraTokens);
        Teams = new TeamsClient(Tenant, Channel, () => BaseUrl);
        Channels = new SharedChatClient(Tenant, Channel, options);
        Reports = new ReportEndpoints(Tenant, options.Reports);
        sender = new NotificationSender();
        Subscriptions = new SubscriptionEndpoints(Tenant, options, sender);
        app = Build();
    }

    public SandboxOptions Options { get; }

    public SandboxTenant Tenant { get; }

    /// <summary>What people do in their chat with the bot.</summary>
    public TeamsClient Teams { get; }

    /// <summary>What people do in channels and group chats.</summary>
    public SharedChatClient Channels { get; }

    public FaultRules Faults { get; } = new();

    /// <summary>Sends activities to the service; tests also send what Teams never would.</summary>
    public ServiceChannel Channel { get; }

    public ChannelTokens ChannelTokens { get; }

    public EntraTokens EntraTokens { get; }

    /// <summary>The certificates that are registered with the application.</summary>
    public ClientAssertions Assertions { get; } = new();

    /// <summary>The managed identity of an app in the tenant; its client id is the app's.</summary>
    public ManagedIdentityEndpoint ManagedIdentity { get; }

    public KeyVaultEndpoint Vault { get; }

    /// <summary>The address of the vault's key.</summary>
    public Uri VaultKeyUrl => new(AuthorityUrl, KeyVaultEndpoint.KeyPath);

    /// <summary>The value of the environment variable <c>IDENTITY_ENDPOINT</c>.</summary>
    public Uri IdentityUrl => new(BaseUrl, ManagedIdentityEndpoint.Path);

    public SubscriptionEndpoints Subscriptions { get; }

    /// <summary>The Copilot usage report.</summary>
    public ReportEndpoints Reports { get; }

    /// <summary>The HTTP listener, which serves the page.</summary>
    public Uri BaseUrl { get; private set; } = null!;

    /// <summary>Graph's base address, including the version.</summary>
    public Uri GraphUrl => new(BaseUrl, "/v1.0");

    /// <summary>Every request that the simulated Graph supports.</summary>
    public IReadOnlyList<GraphRoute> GraphRoutes { get; private set; } = [];

    /// <summary>The authority host for Azure.Identity.</summary>
    public Uri AuthorityUrl { get; private set; } = null!;

    /// <summary>The address at which a browser signs in.</summary>
    public Uri AuthorizeUrl => new(BaseUrl, $"/{TenantId}/oauth2/v2.0/authorize");

    /// <summary>The connector's base address, as given in every activity.</summary>
    public Uri ServiceUrl => new(BaseUrl, "/teams/");

    /// <summary>The channel's OpenID metadata.</summary>
    public Uri MetadataUrl => new(AuthorityUrl, ChannelMetadata.Path);

    /// <summary>The PEM file of the certificate authority to trust.</summary>
    public string CaFile { get; }

    public Guid TenantId => Tenant.Identity.TenantId;

    public Guid AppId => Tenant.Identity.AppId;

    public string ClientSecret => Tenant.Identity.ClientSecret;

    public string ServiceMailbox => Tenant.Identity.ServiceMailbox;

    public Guid GroupId => Tenant.Identity.GroupId;

    public static async Task<SandboxServer> StartAsync(SandboxOptions options)
    {
        var (caFile, certificate) = AuthorityCertificates.Ensure(options.DataFolder);
        var server = new SandboxServer(options, caFile, certificate);
        await server.app.StartAsync();
        var addresses = server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        server.BaseUrl = new Uri(addresses.Single(address => address.StartsWith("http:", StringComparison.Ordinal)));
        server.AuthorityUrl = new Uri(addresses.Single(address => address.StartsWith("https:", StringComparison.Ordinal)));
        server.Channel.ServiceUrl = server.ServiceUrl.ToString();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Channel.Dispose();
        Vault.Dispose();
        sender.Dispose();
        certificate.Dispose();
    }

    private WebApplication Build()
    {
        // No settings file to watch: the sandbox is configured by its options.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, Options.Port);
            kestrel.Listen(IPAddress.Loopback, 0, listener => listener.UseHttps(certificate));
        });
        var built = builder.Build();
        var faults = new FaultMiddleware(Faults, Options, Tenant.Counters, IsTenantPath);
        built.Use(next => context => faults.InvokeAsync(context, next));
        built.UseRouting();
        MapGraph(built);
        var codes = new SignInCodes();
        var token = new TokenEndpoint(
            Tenant, EntraTokens, Assertions, new CodeExchange(Tenant, EntraTokens, codes), Options);
        built.MapEntra(Tenant, EntraTokens, token, new AuthorizeEndpoint(Tenant, codes, () => Channel.Service));
        Vault.Map(built);
        built.MapGet(ManagedIdentityEndpoint.Path, ManagedIdentity.Answer);
        built.MapChannelMetadata(ChannelTokens, Tenant.Counters);
        built.MapConnector(Tenant, EntraTokens, Options);
        built.MapDrives(Tenant);
        built.MapPublicFront(Channel);
        built.MapFallback("/teams/{**rest}", Unexpected);
        built.MapFallback(DriveEndpoints.Path + "/{**rest}", Unexpected);
        built.MapFallback($"/{TenantId}/{{**rest}}", Unexpected);
        Options.MapMore?.Invoke(built, this);
        return built;
    }

    private void MapGraph(WebApplication built)
    {
        GraphRoutes =
        [
            .. new UserEndpoints(Tenant, Options).Routes,
            .. new GroupEndpoints(Tenant, Options).Routes,
            .. new ScheduleEndpoint(Tenant, Options).Routes,
            .. new EventEndpoints(Tenant, Options).Routes,
            .. new CalendarEndpoint(Tenant, Options).Routes,
            .. new MailboxSettingsEndpoints(Tenant).Routes,
            .. Reports.Routes,
            .. new SignInEndpoint(Tenant).Routes,
            .. new PresenceEndpoint(Tenant).Routes,
            .. Subscriptions.Routes,
        ];
        var router = new GraphRouter(GraphRoutes, Tenant, Options);
        var graph = new GraphEndpoint(router, new BatchEndpoint(router, Faults, Tenant.Counters), new MailboxConcurrency(), EntraTokens);
        built.Map("/v1.0/{**rest}", graph.HandleAsync);
        built.Map("/beta/{**rest}", graph.HandleAsync);
        built.MapGet(ReportEndpoints.DownloadPath + "/{ticket}", (HttpRequest request, string ticket) =>
            ReportDownload(request, ticket));
        Tenant.Calendar.EventChanged += (item, change) => _ = Subscriptions.NotifyAsync(item, change);
    }

    // The address is pre-signed and refuses an additional bearer token, so a client must not send its token along.
    private IResult ReportDownload(HttpRequest request, string ticket)
    {
        const string Refused = """<?xml version="1.0" encoding="utf-8"?><Error><Code>InvalidAuthenticationInfo</Code></Error>""";
        Tenant.Counters.Add("graph.reportDownload");
        return request.Headers.Authorization.Count > 0 || Reports.Download(ticket) is not { } bytes
            ? Results.Text(Refused, "application/xml", statusCode: 403)
            : Results.Bytes(bytes, "application/octet-stream");
    }

    private Task Unexpected(HttpContext context)
    {
        Tenant.Counters.AddUnexpected(context.Request.Method, context.Request.Path);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private bool IsTenantPath(PathString path) =>
        new[]
            {
                "/v1.0", "/beta", "/teams", "/channel", DriveEndpoints.Path, PublicFront.Path, ReportEndpoints.DownloadPath,
                KeyVaultEndpoint.KeyPath,
                $"/{TenantId}",
            }
            .Any(start => path.StartsWithSegments(start));
}
