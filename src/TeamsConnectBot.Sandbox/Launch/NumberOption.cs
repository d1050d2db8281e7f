using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>An option that is a number within a range. Whatever else is typed gets one line that says what is allowed.</summary>
internal static class NumberOption
{
    public static Option<T> Create<T>(string name, string description, T usual, T least, T most)
        where T : struct, INumber<T>
    {
        // No thousands: 0,6 would be read as 6.
        var styles = typeof(T) == typeof(double)
            ? NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint
            : NumberStyles.AllowLeadingSign;
        var allowed = string.Create(CultureInfo.InvariantCulture, $"{least:N0} to {most:N0}");
        return new Option<T>(name)
        {
            Description = $"{description} ({allowed}).",
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (T.TryParse(text, styles, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
                {
                    return value;
                }

                result.AddError(
                    $"{name} is '{text}'; allowed are {(typeof(T) == typeof(double) ? "numbers" : "whole numbers")} from {allowed}.");
                return usual;
            },
        };
    }
}
