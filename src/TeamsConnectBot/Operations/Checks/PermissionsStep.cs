using Azure.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using TeamsConnectBot.Graph;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>
/// Checks which permissions Entra granted, by the names in the token for Graph: none is missing, and none reaches every calendar. It needs
/// nobody's data. Exchange's roles are not in the token.
/// </summary>
internal sealed class PermissionsStep(GraphCredential credential, IOptions<GraphOptions> graph, IOptions<SignalsOptions> signals)
    : CheckStep
{
    public const string Key = "permissions";

    public static readonly Finding Unreadable = new(
        "unreadable", "the token for Graph does not say which permissions it has.",
        "Compare Entra → Enterprise applications → the app → Permissions with docs/permissions.md.") { State = CheckState.NotTried };

    public static readonly Finding Missing = new(
        "missing", "Entra did not grant ….",
        "Run infra/grant-permissions.ps1. A permission that was just granted can take an hour to work.");

    public static readonly Finding TooWide = new(
        "every-calendar", "Entra granted …, which reaches every calendar in the organisation: Exchange's limit to the group has no effect.",
        "Take that away in Entra → Enterprise applications → the app → Permissions. Exchange's own roles remain.")
        { State = CheckState.Warning };

    public static readonly Finding NotNeeded = new(
        "not-needed", "Entra granted …, which this installation does not use.",
        "Take it away in Entra → Enterprise applications → the app → Permissions, unless another program uses this app.")
        { State = CheckState.Warning };

    // Wider permissions that include a needed one.
    private static readonly Dictionary<string, string[]> Including = new(StringComparer.Ordinal)
    {
        ["GroupMember.Read.All"] = ["Group.Read.All", "Group.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"],
        ["User.Read.All"] = ["User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"],
    };

    public override IEnumerable<Check> Checks => [new Check(Key, "permissions in Entra", TryAsync) { Needs = [TokenStep.ForGraph] }];

    private IReadOnlyList<string> Needed =>
        ["GroupMember.Read.All", "User.Read.All", .. signals.Value.CopilotReport ? ["Reports.Read.All"] : Array.Empty<string>()];

    private async Task<CheckResult> TryAsync(CancellationToken cancellationToken)
    {
        var token = await credential.Value.GetTokenAsync(new TokenRequestContext([graph.Value.Scope]), cancellationToken);
        return Roles(token.Token) is { } roles ? Judge(roles) : Unreadable.With();
    }

    private CheckResult Judge(IReadOnlyList<string> granted)
    {
        var calendars = granted.Where(role => role.StartsWith("Calendars.", StringComparison.Ordinal)).ToList();
        var missing = Needed.Except(granted, StringComparer.Ordinal)
            .Where(role => !Including.GetValueOrDefault(role, []).Intersect(granted, StringComparer.Ordinal).Any()).ToList();
        var others = granted.Except(Needed, StringComparer.Ordinal).ToList();
        return missing.Count > 0 ? Missing.With(Words(missing))
            : calendars.Count > 0 ? TooWide.With(Words(calendars))
            : others.Count > 0 ? NotNeeded.With(Words(others))
            : CheckResult.Good();
    }

    private static string Words(IEnumerable<string> roles) => string.Join(", ", roles.Order(StringComparer.Ordinal));

    // Microsoft may change the form of its tokens, so a token that cannot be read is no error.
    private static IReadOnlyList<string>? Roles(string token)
    {
        var handler = new JsonWebTokenHandler();
        if (!handler.CanReadToken(token))
        {
            return null;
        }

        try
        {
            return [.. handler.ReadJsonWebToken(token).Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value)];
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
