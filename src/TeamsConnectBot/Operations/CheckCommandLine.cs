using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Operations.Checks;

namespace TeamsConnectBot.Operations;

/// <summary>
/// Reads the command line of <c>check</c>: its own options, and settings such as <c>--Storage:File=connect.db</c>. Anything else is an
/// error, because a misspelt option that is silently ignored looks like a passed check.
/// </summary>
internal static class CheckCommandLine
{
    public const string Usage = """
        TeamsConnectBot check [options] [settings, such as --Storage:File=connect.db]

          --json             print one JSON object, for scripts
          --domain HOST      where Teams reaches the service, without https://; left out: Admin:PublicUrl or Signals:PublicUrl
          --package FILE     compare a Teams app package with the settings
          --member NAME      sign-in name of somebody in a pool's group who agreed to it: may their free/busy be asked for? Repeatable
          --outside NAME     sign-in name of somebody outside the groups who agreed to it: is their free/busy refused? Repeatable
          --help             print this

        Exit codes: 0 nothing is wrong, 1 something is wrong, 2 the command line was not understood.
        """;

    // Settings outside any section, and what the host itself reads from the command line.
    private static readonly string[] TopSettings = [nameof(CloudOptions.Cloud), "urls", "environment", "contentRoot", "applicationName"];

    /// <returns>The arguments, or what is wrong with them.</returns>
    public static (CheckArguments? Arguments, string? Problem) Read(IReadOnlyList<string> args)
    {
        var read = new CheckArguments();
        for (var index = 0; index < args.Count; index++)
        {
            var parts = args[index].Split('=', 2);
            var isFlag = parts[0] == "--json";
            if (!isFlag && !IsSetting(parts[0]) && !IsOption(parts[0]))
            {
                return (null, $"There is no option '{parts[0]}'.");
            }

            if (isFlag && parts.Length > 1)
            {
                return (null, "--json takes no value.");
            }

            var hasValue = parts.Length > 1;
            var value = isFlag ? "" : hasValue ? parts[1] : index + 1 < args.Count ? args[++index] : "";
            // A setting may be made empty, as in --Graph:ClientSecret=.
            var isMissing = value.Length == 0 || value.StartsWith("--", StringComparison.Ordinal);
            if (!isFlag && isMissing && !(IsSetting(parts[0]) && hasValue))
            {
                return (null, $"{parts[0]} needs a value.");
            }

            if (parts[0] == "--domain" && !IsHost(value))
            {
                return (null, $"--domain is '{value}'; give a host name such as connect.example.org, without https:// and without a path.");
            }

            read = Add(read, parts[0], value);
        }

        return (read, null);
    }

    /// <summary>Whether a name on the command line is that of a setting, and not of an option.</summary>
    public static bool IsSetting(string name) =>
        name.Contains(':', StringComparison.Ordinal)
        || (name.StartsWith("--", StringComparison.Ordinal) && TopSettings.Contains(name[2..], StringComparer.OrdinalIgnoreCase));

    private static CheckArguments Add(CheckArguments read, string name, string value) => name switch
    {
        "--json" => read with { IsJson = true },
        "--domain" => read with { Domain = value },
        "--package" => read with { Package = value },
        "--member" => read with { Members = [.. read.Members, value] },
        "--outside" => read with { Outsiders = [.. read.Outsiders, value] },
        _ => read with { Settings = [.. read.Settings, $"{name}={value}"] },
    };

    private static bool IsOption(string name) => name is "--domain" or "--package" or "--member" or "--outside";

    private static bool IsHost(string value) =>
        !value.Contains('/', StringComparison.Ordinal)
        && Uri.TryCreate($"https://{value}", UriKind.Absolute, out var address)
        && address is { PathAndQuery: "/", UserInfo: "", Fragment: "" };
}
