using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.Signals;

internal sealed class SignalsValidation(MicrosoftCloud cloud) : IValidateOptions<SignalsOptions>
{
    private const int MaxLength = 200;

    public ValidateOptionsResult Validate(string? name, SignalsOptions options)
    {
        var problems = new List<string>();
        if (options.CopilotNotifications && !IsReachable(options.PublicUrl))
        {
            problems.Add($"Signals:PublicUrl is '{options.PublicUrl}'; with Signals:CopilotNotifications on it must be an https address, "
                + "such as https://connect.example.org, or http on loopback");
        }

        if (options.CopilotReport && cloud.Lacks.TryGetValue(CloudFeature.CopilotReport, out var noReport))
        {
            problems.Add($"Signals:CopilotReport is true, but Cloud is {cloud}: {noReport}; leave it off");
        }

        if (options.CopilotNotifications && cloud.Lacks.TryGetValue(CloudFeature.CopilotNotifications, out var noNotifications))
        {
            problems.Add($"Signals:CopilotNotifications is true, but Cloud is {cloud}: {noNotifications}; leave it off");
        }

        if (options.AgreedBy is { Length: > MaxLength })
        {
            problems.Add($"Signals:AgreedBy has {options.AgreedBy.Length} letters; allowed are 1 to {MaxLength}, "
                + "such as 'Works council, decision 2026-14'");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static bool IsReachable(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
