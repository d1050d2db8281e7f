using System.CommandLine;
using System.Numerics;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>A numeric option with a range. Any other value is refused with one line that says what is allowed.</summary>
internal static class NumberOption
{
    public static Option<T> Create<T>(string name, string description, T defaultValue, T least, T most)
        where T : struct, INumber<T>
    {
        // No thousands separators: 0,6 would be read as 6.
        var (kind, styles) = typeof(T) == typeof(double)
            ? ("numbers", NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint)
            : ("whole numbers", NumberStyles.AllowLeadingSign);
        var range = string.Create(CultureInfo.InvariantCulture, $"{least:N0} to {most:N0}");
        return new Option<T>(name)
        {
            Description = $"{description} ({range}).",
            DefaultValueFactory = _ => defaultValue,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (T.TryParse(text, styles, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
                {
                    return value;
                }

                result.AddError($"{name} is '{text}'; allowed are {kind} from {range}.");
                return defaultValue;
            },
        };
    }
}
