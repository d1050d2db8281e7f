using TeamsConnectBot.Admin;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>
/// Where Teams reaches the service, as far as it was told: on the command line, or for the admin page or Copilot's notifications.
/// </summary>
internal sealed class PublicDomain(CheckArguments arguments, IOptions<AdminOptions> admin, IOptions<SignalsOptions> signals)
{
    /// <summary>The host, with its port unless that is 443; null when nothing says it.</summary>
    public string? Host => arguments.Domain ?? AuthorityOf(admin.Value.PublicUrl) ?? AuthorityOf(signals.Value.PublicUrl);

    private static string? AuthorityOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Authority : null;
}
