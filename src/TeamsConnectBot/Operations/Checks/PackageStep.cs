using TeamsConnectBot.Admin;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>Compares a Teams app package with the settings. Reading Teams' own catalogue would take one more permission.</summary>
internal sealed class PackageStep(
    CheckArguments arguments, PublicDomain domain, IOptions<BotOptions> bot, IOptions<AdminOptions> admin, IOptions<SignalsOptions> signals)
    : CheckStep
{
    public static readonly Finding NotGiven = new(
        "no-package", "not tried: no package was given.", "Give --package with the zip that manifest/package.mjs made.")
        { State = CheckState.NotTried };

    public static readonly Finding Unreadable = new(
        "unreadable", "the package cannot be read: ….", "Give the zip that manifest/package.mjs made.");

    public static readonly Finding Unfilled = new(
        "unfilled", "the package still contains {{…}}.", "Make it with manifest/package.mjs, which fills in every placeholder.");

    public static readonly Finding OtherBot = new(
        "other-bot", "the package is for the bot …, and Bot:AppId is ….",
        "Make the package again with --app-id, or set Bot:AppId. Teams would send everything to the other bot.");

    public static readonly Finding OtherId = new(
        "other-id", "the package's id is … and its bot …; manifest/package.mjs makes them equal.",
        "Nothing is wrong if somebody chose the id. A new id is a new app for Teams: people must install it again.")
        { State = CheckState.Warning };

    public static readonly Finding OtherDomain = new(
        "other-domain", "the package is for the domain …, and the service is reached at ….",
        "Make the package again with --domain, or correct --domain here, Admin:PublicUrl or Signals:PublicUrl.");

    public static readonly Finding OtherTab = new(
        "other-tab", "the package's tab opens …, outside its validDomains.", "Make the package again with manifest/package.mjs.");

    public static readonly Finding OtherSignIn = new(
        "other-sign-in", "the package signs people in to …, and Admin:ClientId is ….",
        "Make the package again with --entra-app, or set Admin:ClientId.");

    public static readonly Finding OtherResource = new(
        "other-resource", "the package names the resource …, and Admin:TeamsResource is ….",
        "Set Admin:TeamsResource to the package's resource, and the same as the application's id URI in Entra.");

    public static readonly Finding NoNotifications = new(
        "no-notifications", "Signals:CopilotNotifications is on, and the package does not ask for AiEnterpriseInteraction.Read.User.",
        "Make the package again with --copilot-notifications.");

    public static readonly Finding CatalogueNotRead = new(
        "catalogue-not-read", "not tried: reading which package Teams has takes AppCatalog.Read.All, which the service never asks for.",
        "Compare the version in the Teams admin centre → Manage apps with that of your package.") { State = CheckState.NotTried };

    private const string Interactions = "AiEnterpriseInteraction.Read.User";

    public override IEnumerable<Check> Checks =>
    [
        new Check("package", "Teams app package", TryAsync),
        new Check("package:catalogue", "package in Teams' catalogue", _ => Task.FromResult(CatalogueNotRead.With())),
    ];

    private async Task<CheckResult> TryAsync(CancellationToken cancellationToken)
    {
        if (arguments.Package is not { } file)
        {
            return NotGiven.With();
        }

        try
        {
            var manifest = await AppManifest.ReadAsync(file, cancellationToken);
            return Judge(manifest) ?? CheckResult.Good($"version {manifest.Version}, manifest {manifest.ManifestVersion}");
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Unreadable.With(failure.Message.TrimEnd('.'));
        }
    }

    private CheckResult? Judge(AppManifest manifest)
    {
        var botId = manifest.Bots is [var first, ..] ? first.BotId : null;
        string?[] filled = [manifest.Id, botId, .. manifest.ValidDomains ?? [], manifest.WebApplicationInfo?.Id];
        return filled.FirstOrDefault(value => value?.Contains("{{", StringComparison.Ordinal) is true) is { } placeholder
                ? Unfilled.With(placeholder.Trim('{', '}'))
            : !IsSame(botId, bot.Value.AppId) ? OtherBot.With(Shown(botId), Shown(bot.Value.AppId))
            : JudgeDomain(manifest) ?? JudgeSignIn(manifest) ?? JudgePermissions(manifest)
                ?? (IsSame(manifest.Id, botId) ? null : OtherId.With(Shown(manifest.Id), Shown(botId)));
    }

    private CheckResult? JudgeDomain(AppManifest manifest)
    {
        var domains = manifest.ValidDomains ?? [];
        var host = domain.Host is { } authority ? new Uri($"https://{authority}").Host : null;
        var tab = manifest.StaticTabs?.Select(tab => tab.ContentUrl).FirstOrDefault(url =>
            !Uri.TryCreate(url, UriKind.Absolute, out var address)
            || !domains.Contains(address.Host, StringComparer.OrdinalIgnoreCase));
        return host is not null && !domains.Contains(host, StringComparer.OrdinalIgnoreCase)
            ? OtherDomain.With(Shown(string.Join(", ", domains)), host)
            : tab is not null ? OtherTab.With(tab) : null;
    }

    // Without an admin page nobody signs in, and the package's entry does no harm.
    private CheckResult? JudgeSignIn(AppManifest manifest) => manifest.WebApplicationInfo switch
    {
        { } signIn when admin.Value.IsOn && !IsSame(signIn.Id, admin.Value.ClientId) =>
            OtherSignIn.With(Shown(signIn.Id), admin.Value.ClientId),
        { } signIn when admin.Value.IsOn && !IsSame(signIn.Resource, admin.Value.TeamsResource) =>
            OtherResource.With(Shown(signIn.Resource), Shown(admin.Value.TeamsResource)),
        _ => null,
    };

    private CheckResult? JudgePermissions(AppManifest manifest) =>
        signals.Value.CopilotNotifications
        && manifest.Authorization?.Permissions?.ResourceSpecific?.Any(permission => permission.Name == Interactions) is not true
            ? NoNotifications.With()
            : null;

    private static bool IsSame(string? one, string? other) =>
        string.Equals(one ?? "", other ?? "", StringComparison.OrdinalIgnoreCase);

    private static string Shown(string? value) => string.IsNullOrEmpty(value) ? "none" : value;
}
