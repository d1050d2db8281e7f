using System.Globalization;
using System.Runtime.CompilerServices;

namespace TeamsConnectBot.Core;

/// <summary>Throws when a setting is outside its range; the message names the setting, the value and the range.</summary>
internal static class Allowed
{
    public static T Within<T>(T value, T least, T most, [CallerMemberName] string setting = "")
        where T : IComparable<T> =>
        value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? value
            : throw new ArgumentOutOfRangeException(
                setting, value, string.Create(CultureInfo.InvariantCulture, $"{setting} is {value}; it must lie within {least} … {most}."));
}
