using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Logging;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>
/// Decides which activities are accepted. With an app id: only those with a token of the channel. Without one, which startup allows in
/// Development only: only those from this machine.
/// </summary>
internal sealed partial class BotGate(
    ChannelTokenValidator? tokens, IReadOnlyCollection<string> tenants, ServiceUrlAllowList hosts, MicrosoftCloud cloud,
    ILogger<BotGate> logger)
{
    private static readonly string[] ForwardingHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-Host"];

    public Task WarmUpAsync(CancellationToken cancellationToken) => tokens?.WarmUpAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>The check before the body is read. Without an app id the identity is null.</summary>
    public async ValueTask<(ChannelIdentity? Identity, BotProblem? Problem)> AuthenticateAsync(HttpContext http) =>
        tokens is not null ? await AuthenticateAsync(http.Request.Headers.Authorization, http.RequestAborted)
        : IsFromThisMachine(http) ? (null, null)
        : (null, Refuse("no app id is configured, and it does not come directly from this machine"));

    /// <summary>The same check where only the token is known, not the machine it comes from.</summary>
    public async ValueTask<(ChannelIdentity? Identity, BotProblem? Problem)> AuthenticateAsync(
        string? authorization, CancellationToken cancellationToken)
    {
        var (identity, refusal) = tokens is null
            ? (null, "no app id is configured")
            : await tokens.ValidateAsync(authorization, cancellationToken);
        return identity is null ? (null, Refuse(refusal!)) : (identity, null);
    }

    /// <summary>The check once the activity has been read.</summary>
    public BotProblem? Check(ChannelIdentity? identity, Activity activity)
    {
        if (tokens is not null && identity?.Mismatch(activity.ChannelId!, activity.ServiceUrl!) is { } reason)
        {
            return Refuse(reason);
        }

        if (!IsTenantAllowed(activity))
        {
            Refuse("it comes from a tenant the bot does not serve");
            return BotProblem.Forbidden("The bot does not serve this tenant.");
        }

        if (!hosts.Allows(activity.ServiceUrl))
        {
            Refuse(OwnerOf(activity.ServiceUrl) is { } owner && owner != cloud
                ? $"its service URL belongs to the cloud {owner}, but Cloud is {cloud}"
                : $"its service URL is not in {BotOptions.Section}:ServiceUrlHosts");
            return BotProblem.Forbidden("The bot does not write to this service URL.");
        }

        return null;
    }

    private static MicrosoftCloud? OwnerOf(string? serviceUrl) =>
        MicrosoftClouds.All.FirstOrDefault(other => new ServiceUrlAllowList(other.ServiceUrlHosts).Allows(serviceUrl));

    private BotProblem Refuse(string reason)
    {
        Log.Refused(logger, reason);
        return BotProblem.Unauthorized;
    }

    private bool IsTenantAllowed(Activity activity)
    {
        if (tenants.Count == 0)
        {
            return true;
        }

        // Each of the two must be allowed when present, because the token proves neither.
        string?[] named = [activity.GetChannelData<TeamsChannelData>()?.Tenant?.Id, activity.Conversation?.TenantId];
        var given = named.Where(tenant => !string.IsNullOrEmpty(tenant)).ToArray();
        return given.Length > 0 && given.All(tenant => tenants.Contains(tenant!, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Directly from this machine: not through a tunnel or proxy on it, nor from a web page whose host name resolves to it.
    /// </summary>
    private static bool IsFromThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } remote
        && IPAddress.IsLoopback(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote)
        && !ForwardingHeaders.Any(http.Request.Headers.ContainsKey)
        && Uri.TryCreate($"http://{http.Request.Host}/", UriKind.Absolute, out var self) && self.IsLoopback;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An activity was refused: {Reason}.")]
        public static partial void Refused(ILogger logger, string reason);
    }
}
