using System.CommandLine;

namespace TeamsConnectBot.Benchmarks;

/// <summary>Creates the options of the command line.</summary>
internal static class CommandOptions
{
    public static Option<T> Optional<T>(string name, string description, T defaultValue) =>
        new(name) { Description = description, DefaultValueFactory = _ => defaultValue };

    public static Option<T> Required<T>(string name, string description) => new(name) { Description = description, Required = true };
}
