using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Logging;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>
/// Decides who may bring an activity. With an app id only the channel, by its token. Without one (which start-up allows in
/// Development only) only this machine itself.
/// </summary>
internal sealed partial class BotGate(
    ChannelTokenValidator? tokens, IReadOnlyCollection<string> tenants, ServiceUrlAllowList hosts, ILogger<BotGate> logger)
{
    private static readonly string[] ForwardingHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-Host"];

    public Task WarmUpAsync(CancellationToken cancellationToken) => tokens?.WarmUpAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Checked before the body is read. Without a validator the identity is null.</summary>
    public async ValueTask<(ChannelIdentity? Identity, BotProblem? Problem)> AuthenticateAsync(HttpContext http)
    {
        if (tokens is null)
        {
            if (IsFromThisMachine(http)) return (null, null);
            Log.NotLoopback(logger);
            return (null, BotProblem.Unauthorized);
        }

        return await AuthenticateAsync(http.Request.Headers.Authorization, http.RequestAborted);
    }

    /// <summary>By the token alone, where nothing tells which machine it comes from.</summary>
    public async ValueTask<(ChannelIdentity? Identity, BotProblem? Problem)> AuthenticateAsync(
        string? authorization, CancellationToken cancellationToken)
    {
        if (tokens is null) return (null, Refuse("no app id is configured"));

        var (identity, refusal) = await tokens.ValidateAsync(authorization, cancellationToken);
        return identity is null ? (null, Refuse(refusal!)) : (identity, null);
    }

    /// <summary>Checked once the activity is read.</summary>
    public BotProblem? Check(ChannelIdentity? identity, Activity activity)
    {
        if (tokens is not null && identity?.Contradiction(activity.ChannelId!, activity.ServiceUrl!) is { } reason)
            return Refuse(reason);

        if (!IsTenantAllowed(activity))
        {
            Log.OtherTenant(logger);
            return BotProblem.Forbidden("The bot does not serve this tenant.");
        }

        if (hosts.Allows(activity.ServiceUrl)) return null;

        Log.OtherHost(logger, BotOptions.Section);
        return BotProblem.Forbidden("The bot does not write to this service URL.");
    }

    private BotProblem Refuse(string reason)
    {
        Log.Refused(logger, reason);
        return BotProblem.Unauthorized;
    }

    private bool IsTenantAllowed(Activity activity)
    {
        if (tenants.Count == 0) return true;

        // Both places, where both are there: a token does not vouch for either.
        string?[] named = [activity.GetChannelData<TeamsChannelData>()?.Tenant?.Id, activity.Conversation?.TenantId];
        var given = named.Where(tenant => !string.IsNullOrEmpty(tenant)).ToArray();
        return given.Length > 0 && given.All(tenant => tenants.Contains(tenant!, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Straight from this machine: not through a tunnel or proxy on it, nor from a web page whose name was made to point here.
    /// </summary>
    private static bool IsFromThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } remote
        && IPAddress.IsLoopback(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote)
        && !ForwardingHeaders.Any(http.Request.Headers.ContainsKey)
        && Uri.TryCreate($"http://{http.Request.Host}/", UriKind.Absolute, out var self) && self.IsLoopback;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An activity was refused: {Reason}.")]
        public static partial void Refused(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Warning, "An activity was refused: no app id is configured, and it does not come straight from this machine.")]
        public static partial void NotLoopback(ILogger logger);

        [LoggerMessage(3, LogLevel.Warning, "An activity was refused: it comes from a tenant the bot does not serve.")]
        public static partial void OtherTenant(ILogger logger);

        [LoggerMessage(4, LogLevel.Warning, "An activity was refused: its service URL is not in {Section}:ServiceUrlHosts.")]
        public static partial void OtherHost(ILogger logger, string section);
    }
}
